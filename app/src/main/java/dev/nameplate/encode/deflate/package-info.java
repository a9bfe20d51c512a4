/** Deflate (RFC 1951) with Huffman codes that several pictures share: matches, tokens, bits. */
@NullMarked
package dev.nameplate.encode.deflate;

import org.jspecify.annotations.NullMarked;
