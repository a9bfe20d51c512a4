/** Font files, faces, glyph coverage and fallback fonts. */
@NullMarked
package dev.nameplate.text.font;

import org.jspecify.annotations.NullMarked;
