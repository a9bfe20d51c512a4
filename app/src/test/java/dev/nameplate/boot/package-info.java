/** Tests of {@code boot}. */
@NullMarked
package dev.nameplate.boot;

import org.jspecify.annotations.NullMarked;
