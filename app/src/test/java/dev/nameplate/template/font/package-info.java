/** Tests of fonts in a template's folder. */
@NullMarked
package dev.nameplate.template.font;

import org.jspecify.annotations.NullMarked;
