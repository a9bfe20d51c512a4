/** Tests of {@code layout}. */
@NullMarked
package dev.nameplate.layout;

import org.jspecify.annotations.NullMarked;
