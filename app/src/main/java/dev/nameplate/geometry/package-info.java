/** Sizes, boxes, scales and colors, all plain values without a drawing library. */
@NullMarked
package dev.nameplate.geometry;

import org.jspecify.annotations.NullMarked;
