/**
 * Reduces the number of colors: histogram, quantization, dithering, and similarity of the result.
 */
@NullMarked
package dev.nameplate.encode.quantize;

import org.jspecify.annotations.NullMarked;
