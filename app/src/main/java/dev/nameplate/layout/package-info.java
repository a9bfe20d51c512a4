/** Chooses wordings and sizes and positions every layer: scenes become placed layers. */
@NullMarked
package dev.nameplate.layout;

import org.jspecify.annotations.NullMarked;
