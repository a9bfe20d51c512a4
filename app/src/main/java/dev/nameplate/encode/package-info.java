/** Pixels made into the bytes of a picture file. */
@NullMarked
package dev.nameplate.encode;

import org.jspecify.annotations.NullMarked;
