/** Scene and measured text made into placed layers: chosen wordings, sizes and boxes. */
@NullMarked
package dev.nameplate.layout;

import org.jspecify.annotations.NullMarked;
