/** The generator of the templates' art: drawn by this code alone, the same at every run. */
@NullMarked
package dev.nameplate.art;

import org.jspecify.annotations.NullMarked;
