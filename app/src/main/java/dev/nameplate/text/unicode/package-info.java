/** Grapheme clusters, scripts, direction and punctuation of text (UAX 9, 24, 29). */
@NullMarked
package dev.nameplate.text.unicode;

import org.jspecify.annotations.NullMarked;
