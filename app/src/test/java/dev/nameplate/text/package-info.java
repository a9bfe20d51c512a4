/** Tests of {@code text}. */
@NullMarked
package dev.nameplate.text;

import org.jspecify.annotations.NullMarked;
