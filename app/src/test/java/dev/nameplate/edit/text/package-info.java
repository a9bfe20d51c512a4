/** Tests of {@code store}. */
@NullMarked
package dev.nameplate.edit.text;

import org.jspecify.annotations.NullMarked;
