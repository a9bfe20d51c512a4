package dev.nameplate.encode.png;

import java.util.List;

/**
 * Checksums of a band's filtered rows.
 *
 * @param ofCells the contribution of each mutable cell to its strip's Adler-32; 0 for a static cell
 * @param ofStrips each strip's Adler-32
 */
@SuppressWarnings("ArrayRecordComponent") // Made once, then read in place.
record BandSums(long[] ofCells, List<AdlerChecksum> ofStrips) {}
