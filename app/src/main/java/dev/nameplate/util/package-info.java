/**
 * General-purpose concurrency and hashing classes that do not depend on the rest of the program.
 */
@NullMarked
package dev.nameplate.util;

import org.jspecify.annotations.NullMarked;
