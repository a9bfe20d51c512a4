/** What became of each field: its value, or the reason why there is none. */
@NullMarked
package dev.nameplate.merge.value;

import org.jspecify.annotations.NullMarked;
