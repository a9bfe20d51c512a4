package dev.nameplate.encode.png;

import dev.nameplate.encode.deflate.AdlerChecksum;

/**
 * Part of a PNG's pixels as it is stored in a file.
 *
 * @param chunk an IDAT chunk with a run of deflate blocks that ends with a sync flush (RFC 1951),
 *     thus byte-aligned, and refers back only to static bytes of its own band; must not be written
 *     to
 * @param sum the checksum of the bytes that it inflates to
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
record PngPiece(byte[] chunk, AdlerChecksum sum) {}
