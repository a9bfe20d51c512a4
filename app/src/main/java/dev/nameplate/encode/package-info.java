/** Encodes pixels as picture files: what all formats share. */
@NullMarked
package dev.nameplate.encode;

import org.jspecify.annotations.NullMarked;
