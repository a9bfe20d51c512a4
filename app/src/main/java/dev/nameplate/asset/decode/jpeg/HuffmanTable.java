package dev.nameplate.asset.decode.jpeg;

import java.nio.ByteBuffer;

/** A table of codes of a JPEG (ITU-T T.81, C and F.2.2.3). */
final class HuffmanTable {
  private static final int MOST_BITS = 16;

  /** The first code of 16 bits, filled up with zeros, that is longer than so many bits. */
  private final int[] limits = new int[MOST_BITS + 1];

  private final int[] offsets = new int[MOST_BITS + 1];
  private final byte[] symbols;

  /**
   * Reads a table, and moves behind it.
   *
   * @param segment at the counts of codes by their length
   * @throws JpegException where it is broken
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
   * The length of the code that begins 16 bits, 1 to 16, or 17 where none does.
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

  /** What a code stands for. */
  int symbol(int bits, int length) {
    int index = offsets[length] + (bits >> (MOST_BITS - length));
    return index >= 0 && index < symbols.length ? symbols[index] & 0xff : 0;
  }
}
