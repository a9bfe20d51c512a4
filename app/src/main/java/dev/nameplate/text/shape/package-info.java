/** Shaping: from text and fonts to positioned glyphs. */
@NullMarked
package dev.nameplate.text.shape;

import org.jspecify.annotations.NullMarked;
