/**
 * Parses a clean text by the kind of its field: number, date, choice, code, payload, URL, image.
 */
@NullMarked
package dev.nameplate.merge.kind;

import org.jspecify.annotations.NullMarked;
