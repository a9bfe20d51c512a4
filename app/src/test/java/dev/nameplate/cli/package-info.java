/** Tests of {@code cli}. */
@NullMarked
package dev.nameplate.cli;

import org.jspecify.annotations.NullMarked;
