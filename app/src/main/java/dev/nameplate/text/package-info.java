/** Fonts, shaping, line breaking and fitting: from a wording and a box to placed outlines. */
@NullMarked
package dev.nameplate.text;

import org.jspecify.annotations.NullMarked;
