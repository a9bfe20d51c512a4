/**
 * From a query's bytes to clean text: percent-decoding, character sets, repaired encodings, HTML
 * entities.
 */
@NullMarked
package dev.nameplate.merge.decode;

import org.jspecify.annotations.NullMarked;
