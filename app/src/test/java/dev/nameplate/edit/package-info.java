/** Tests of {@code edit}. */
@NullMarked
package dev.nameplate.edit;

import org.jspecify.annotations.NullMarked;
