/** Merge tags for images: the rooms put together. */
@NullMarked
package dev.nameplate;

import org.jspecify.annotations.NullMarked;
