/** Tests of {@code access}. */
@NullMarked
package dev.nameplate.access;

import org.jspecify.annotations.NullMarked;
