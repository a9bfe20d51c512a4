/** Font files, faces, coverage and fallback. */
@NullMarked
package dev.nameplate.text.font;

import org.jspecify.annotations.NullMarked;
