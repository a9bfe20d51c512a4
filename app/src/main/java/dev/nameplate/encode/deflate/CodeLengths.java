package dev.nameplate.encode.deflate;

/**
 * The code lengths of a block in the run-length encoding of its header (RFC 1951, section 3.2.7):
 * each as itself, or as a repetition of the one before (16) or of zero (17, 18).
 *
 * @param symbols each with its extra bits from bit 8 on
 */
@SuppressWarnings("ArrayRecordComponent") // Made and used within one header.
record CodeLengths(int[] symbols) {
  private static final int COUNT = 19;
  private static final int REPEAT = 16;
  private static final int FEW_ZEROS = 17;
  private static final int MANY_ZEROS = 18;

  static CodeLengths of(int[] lengths) {
    int[] symbols = new int[lengths.length];
    int made = 0;
    int at = 0;
    while (at < lengths.length) {
      int same = same(lengths, at);
      if (lengths[at] == 0 && same >= 3) {
        int taken = Math.min(same, 138);
        symbols[made++] =
            taken < 11 ? FEW_ZEROS | (taken - 3) << 8 : MANY_ZEROS | (taken - 11) << 8;
        at += taken;
      } else {
        symbols[made++] = lengths[at++];
        if (symbols[made - 1] != 0 && same > 3) {
          int taken = Math.min(same - 1, 6);
          symbols[made++] = REPEAT | (taken - 3) << 8;
          at += taken;
        }
      }
    }
    return new CodeLengths(java.util.Arrays.copyOf(symbols, made));
  }

  int[] counts() {
    int[] counts = new int[COUNT];
    for (int symbol : symbols) {
      counts[symbol & 0xff]++;
    }
    return counts;
  }

  void put(BitWriter out, HuffmanCode huffmanCode) {
    for (int symbol : symbols) {
      int code = huffmanCode.packed(symbol & 0xff);
      out.put(code & HuffmanCode.BITS, code >>> HuffmanCode.LENGTH_SHIFT);
      out.put(symbol >>> 8, extraBits(symbol & 0xff));
    }
  }

  private static int extraBits(int symbol) {
    return switch (symbol) {
      case REPEAT -> 2;
      case FEW_ZEROS -> 3;
      case MANY_ZEROS -> 7;
      default -> 0;
    };
  }

  /** How many lengths from an index on are equal. */
  private static int same(int[] lengths, int at) {
    int end = at + 1;
    while (end < lengths.length && lengths[end] == lengths[at]) {
      end++;
    }
    return end - at;
  }
}
