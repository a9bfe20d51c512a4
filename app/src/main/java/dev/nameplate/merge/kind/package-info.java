/** Reads a text as the kind of its field: number, date, choice, code, URL, image. */
@NullMarked
package dev.nameplate.merge.kind;

import org.jspecify.annotations.NullMarked;
