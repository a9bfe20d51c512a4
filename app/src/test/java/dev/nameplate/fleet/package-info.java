/** Nodes behind a real nginx, and what nodes tell of themselves. */
@NullMarked
package dev.nameplate.fleet;

import org.jspecify.annotations.NullMarked;
