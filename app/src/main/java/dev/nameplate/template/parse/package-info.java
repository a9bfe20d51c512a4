/** Reads {@code template.json} into a template, or reports every fault in it at once. */
@NullMarked
package dev.nameplate.template.parse;

import org.jspecify.annotations.NullMarked;
