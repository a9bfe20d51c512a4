/** Placed layers made into pixels, with what never changes painted once. */
@NullMarked
package dev.nameplate.render;

import org.jspecify.annotations.NullMarked;
