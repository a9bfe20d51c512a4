/** Tests of {@code store}. */
@NullMarked
package dev.nameplate.store;

import org.jspecify.annotations.NullMarked;
