/** Who may ask, and how often. */
@NullMarked
package dev.nameplate.access;

import org.jspecify.annotations.NullMarked;
