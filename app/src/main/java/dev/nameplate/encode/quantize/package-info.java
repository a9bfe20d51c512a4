/** Reduces colors: histogram, median cut, dithering, and how similar the result is. */
@NullMarked
package dev.nameplate.encode.quantize;

import org.jspecify.annotations.NullMarked;
