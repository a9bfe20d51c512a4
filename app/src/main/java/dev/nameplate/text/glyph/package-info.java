/** Positioned glyphs of a line and pictures among them. */
@NullMarked
package dev.nameplate.text.glyph;

import org.jspecify.annotations.NullMarked;
