/** PNG strips: filters, palettes, static bands compressed once, changed bands spliced in. */
@NullMarked
package dev.nameplate.encode.png;

import org.jspecify.annotations.NullMarked;
