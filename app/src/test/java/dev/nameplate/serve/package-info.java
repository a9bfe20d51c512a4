/** Tests of {@code serve}. */
@NullMarked
package dev.nameplate.serve;

import org.jspecify.annotations.NullMarked;
