/** The result for each field: its value, or the reason why it has none. */
@NullMarked
package dev.nameplate.merge.value;

import org.jspecify.annotations.NullMarked;
