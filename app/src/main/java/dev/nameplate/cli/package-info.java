/** The commands of the program: a class each, with its options and what it does. */
@NullMarked
package dev.nameplate.cli;

import org.jspecify.annotations.NullMarked;
