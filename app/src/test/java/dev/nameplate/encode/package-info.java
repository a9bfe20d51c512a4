/** Tests of {@code encode}. */
@NullMarked
package dev.nameplate.encode;

import org.jspecify.annotations.NullMarked;
