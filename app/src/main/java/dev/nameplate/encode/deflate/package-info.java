/** Deflate (RFC 1951) with shared Huffman codes: matches, tokens, bits. */
@NullMarked
package dev.nameplate.encode.deflate;

import org.jspecify.annotations.NullMarked;
