/** Tests of {@code http}. */
@NullMarked
package dev.nameplate.http;

import org.jspecify.annotations.NullMarked;
