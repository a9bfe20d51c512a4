/** The cleaning steps from a raw value to clean text; the case of names is fixed here. */
@NullMarked
package dev.nameplate.merge.clean;

import org.jspecify.annotations.NullMarked;
