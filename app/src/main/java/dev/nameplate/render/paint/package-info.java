/** Painters, one for each kind of layer, and the canvas they paint on. */
@NullMarked
package dev.nameplate.render.paint;

import org.jspecify.annotations.NullMarked;
