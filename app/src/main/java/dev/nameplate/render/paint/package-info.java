/** Paints one layer each onto a canvas. */
@NullMarked
package dev.nameplate.render.paint;

import org.jspecify.annotations.NullMarked;
