/** Tests of {@code render}. */
@NullMarked
package dev.nameplate.render;

import org.jspecify.annotations.NullMarked;
