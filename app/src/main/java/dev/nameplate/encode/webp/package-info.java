/** Lossy and lossless WebP through ImageIO. */
@NullMarked
package dev.nameplate.encode.webp;

import org.jspecify.annotations.NullMarked;
