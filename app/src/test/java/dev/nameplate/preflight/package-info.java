/** Tests of the command-line tools. */
@NullMarked
package dev.nameplate.preflight;

import org.jspecify.annotations.NullMarked;
