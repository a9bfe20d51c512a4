/** Merge tags for images: the program. */
@NullMarked
package dev.nameplate;

import org.jspecify.annotations.NullMarked;
