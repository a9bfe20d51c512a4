/** Encodes lossy WebP (RFC 9649) through ImageIO. */
@NullMarked
package dev.nameplate.encode.webp;

import org.jspecify.annotations.NullMarked;
