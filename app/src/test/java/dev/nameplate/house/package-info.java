/** Tests of the house as a whole. */
@NullMarked
package dev.nameplate.house;

import org.jspecify.annotations.NullMarked;
