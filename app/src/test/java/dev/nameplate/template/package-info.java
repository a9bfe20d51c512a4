/** Tests of {@code template}. */
@NullMarked
package dev.nameplate.template;

import org.jspecify.annotations.NullMarked;
