package dev.nameplate.asset.decode.jpeg;

import java.nio.ByteBuffer;

/** A Huffman table of a JPEG (ITU-T T.81, annex C and F.2.2.3). */
final class HuffmanTable {
  private static final int MOST_BITS = 16;

  /** For each number of bits, the first code of more bits, padded with zeros to 16 bits. */
  private final int[] limits = new int[MOST_BITS + 1];

  private final int[] offsets = new int[MOST_BITS + 1];
  private final byte[] symbols;

  /**
   * Reads a table and moves after it.
   *
   * @param segment at the counts of codes by length
   * @throws JpegException if it is broken
   */
  HuffmanTable(ByteBuffer segment) {
    int[] counts = new int[MOST_BITS + 1];
    int all = 0;
    for (int bits = 1; bits <= MOST_BITS; bits++) {
      counts[bits] = segment.get() & 0xff;
      all += counts[bits];
    }
    if (all > 256 || all > segment.remaining()) {
      throw new JpegException("a table of codes of the JPEG is broken");
    }
    symbols = new byte[all];
    segment.get(symbols);
    int code = 0;
    int before = 0;
    for (int bits = 1; bits <= MOST_BITS; bits++) {
      offsets[bits] = before - code;
      code += counts[bits];
      before += counts[bits];
      limits[bits] = code << (MOST_BITS - bits);
      code <<= 1;
    }
  }

  /**
   * The length of the code at the start of 16 bits: 1 to 16, or 17 if there is none.
   *
   * @param bits the next 16
   */
  int length(int bits) {
    int length = 1;
    while (length <= MOST_BITS && bits >= limits[length]) {
      length++;
    }
    return length;
  }

  /** The symbol, 0 to 255, of the code at the start of 16 bits. */
  int symbol(int bits, int length) {
    int index = offsets[length] + (bits >> (MOST_BITS - length));
    return index >= 0 && index < symbols.length ? symbols[index] & 0xff : 0;
  }
}
