/** Tests of the command-line tools. */
@NullMarked
package dev.nameplate.tool;

import org.jspecify.annotations.NullMarked;
