/** Letters beside Chromium: the same text with the same fonts, drawn by both and compared. */
@NullMarked
package dev.nameplate.bench.letters;

import org.jspecify.annotations.NullMarked;
