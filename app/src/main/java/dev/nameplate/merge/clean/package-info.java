/** The steps from an arrived text to an effective value; names are re-cased here. */
@NullMarked
package dev.nameplate.merge.clean;

import org.jspecify.annotations.NullMarked;
