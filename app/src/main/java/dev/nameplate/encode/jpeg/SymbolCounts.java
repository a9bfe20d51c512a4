package dev.nameplate.encode.jpeg;

import java.util.Arrays;

/**
 * How often each symbol occurs in coded data (ITU-T T.81, annex F): for DC the size of the
 * difference, for AC the run of zeros before a coefficient, and its size.
 */
final class SymbolCounts {
  static final int SYMBOLS = 256;
  static final int LARGEST_DC = 11;
  static final int LARGEST_AC = 10;

  /** The end of a block, and sixteen zeros. */
  static final int END = 0x00;

  static final int ZEROS = 0xf0;

  private static final int COEFFICIENTS = 64;
  private static final int LONGEST = 16;

  private final long[][] dc = new long[2][SYMBOLS];
  private final long[][] ac = new long[2][SYMBOLS];
  private final Lookup[] lookups;
  private byte[] data = {};
  private int at;
  private long held;
  private int bits;

  /**
   * @param tables that the data is coded with
   */
  SymbolCounts(HuffmanTables tables) {
    lookups = tables.tables().stream().map(Lookup::new).toArray(Lookup[]::new);
  }

  /** Of luma, 0, or chroma, 1. */
  long[] dc(int kind) {
    return dc[kind];
  }

  /** Of luma, 0, or chroma, 1. */
  long[] ac(int kind) {
    return ac[kind];
  }

  /**
   * Counts the symbols of a restart interval.
   *
   * @param interval without markers
   * @param units how many MCUs it has
   * @param lumaBlocks of an MCU, 1 or 4; of each kind of chroma it has one
   */
  void add(byte[] interval, int units, int lumaBlocks) {
    data = interval;
    at = 0;
    held = 0;
    bits = 0;
    for (int unit = 0; unit < units; unit++) {
      for (int block = 0; block < lumaBlocks + 2; block++) {
        addBlock(block < lumaBlocks ? 0 : 1);
      }
    }
  }

  private void addBlock(int kind) {
    int size = next(lookups[2 * kind]);
    dc[kind][size]++;
    skip(size);
    int coefficient = 1;
    while (coefficient < COEFFICIENTS) {
      int symbol = next(lookups[2 * kind + 1]);
      ac[kind][symbol]++;
      if (symbol == END) {
        return;
      }
      coefficient += (symbol >>> 4) + 1;
      skip(symbol & 0xf);
    }
  }

  private int next(Lookup lookup) {
    fill();
    int entry = lookup.entries[(int) (held >>> (bits - LONGEST)) & 0xffff];
    if (entry == 0) {
      throw new IllegalArgumentException("the data is not coded with these tables");
    }
    bits -= entry >>> Byte.SIZE;
    return entry & 0xff;
  }

  private void skip(int count) {
    fill();
    bits -= count;
  }

  /** At least 16 bits, ones after the last byte; a zero byte after 0xff is left out. */
  private void fill() {
    while (bits <= Integer.SIZE) {
      int next = at < data.length ? data[at++] & 0xff : 0xff;
      if (next == 0xff && at < data.length && data[at] == 0) {
        at++;
      }
      held = held << Byte.SIZE | next;
      bits += Byte.SIZE;
    }
  }

  /** For the next 16 bits the symbol, and the length of its code from bit 8 on. */
  private static final class Lookup {
    private final int[] entries = new int[1 << LONGEST];

    Lookup(HuffmanTables.Table table) {
      int code = 0;
      int value = 0;
      for (int length = 1; length <= LONGEST; length++) {
        for (int i = 0; i < table.lengths()[length - 1]; i++) {
          int from = code << (LONGEST - length);
          int to = (code + 1) << (LONGEST - length);
          Arrays.fill(entries, from, to, table.values()[value++] | length << Byte.SIZE);
          code++;
        }
        code <<= 1;
      }
    }
  }
}
