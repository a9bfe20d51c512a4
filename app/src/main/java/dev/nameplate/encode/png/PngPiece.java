package dev.nameplate.encode.png;

/**
 * A part of a PNG's pixels as it stands in a file.
 *
 * @param chunk a whole IDAT chunk with a run of deflate blocks that ends with a sync flush (RFC
 *     1951), thus on a byte, and looks back at no bytes but those that never change in its own
 *     band; not to be written to
 * @param sum of the bytes that it inflates to
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
record PngPiece(byte[] chunk, AdlerChecksum sum) {}
