/** Tests of {@code config}. */
@NullMarked
package dev.nameplate.config;

import org.jspecify.annotations.NullMarked;
