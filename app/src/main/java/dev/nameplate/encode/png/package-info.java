/**
 * Encodes PNG in strips: static bands are compressed once, changed cells are inserted into copies.
 */
@NullMarked
package dev.nameplate.encode.png;

import org.jspecify.annotations.NullMarked;
