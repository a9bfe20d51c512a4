/** Positioned glyphs of a line and the images among them. */
@NullMarked
package dev.nameplate.text.glyph;

import org.jspecify.annotations.NullMarked;
