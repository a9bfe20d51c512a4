/** Turns a raw query into field values: decoded, cleaned and checked, or missing with a reason. */
@NullMarked
package dev.nameplate.merge;

import org.jspecify.annotations.NullMarked;
