/** Templates as immutable records: fields, layers, output options and cache times. */
@NullMarked
package dev.nameplate.template;

import org.jspecify.annotations.NullMarked;
