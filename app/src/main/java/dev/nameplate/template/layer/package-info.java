/** The layers of a template as immutable values, one type per kind. */
@NullMarked
package dev.nameplate.template.layer;

import org.jspecify.annotations.NullMarked;
