package dev.nameplate.bench.bytes;

import java.util.Arrays;

/**
 * Inflates deflate data (RFC 1951) and counts how many bits each part of the inflated bytes takes.
 * The header of a block counts for the part in which the block begins, its end for the part before
 * it. For one use.
 */
final class DeflateMeter {
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };
  private static final int LITERALS_AND_LENGTHS = 288;
  private static final int LONGEST_CODE = 15;

  private final byte[] in;
  private final byte[] out;
  private final int partBytes;
  private final Part[] parts;
  private long at;
  private int made;

  /** What a part of the bytes takes. */
  static final class Part {
    private long literals;
    private long matches;
    private long rest;
    private boolean stored;
    private boolean fixed;
    private boolean dynamic;

    /** Bits of literals. */
    long literals() {
      return literals;
    }

    /** Bits of lengths and distances. */
    long matches() {
      return matches;
    }

    /** Bits of headers, ends and flushes. */
    long rest() {
      return rest;
    }

    /** All bits. */
    long bits() {
      return literals + matches + rest;
    }

    /** The kinds of blocks that begin in the part or reach into it. */
    String coder() {
      String kinds =
          (dynamic ? "+dynamic" : "") + (fixed ? "+fixed" : "") + (stored ? "+stored" : "");
      return kinds.isEmpty() ? "" : kinds.substring(1);
    }
  }

  private DeflateMeter(byte[] in, int length, int partBytes) {
    this.in = in;
    this.out = new byte[length];
    this.partBytes = partBytes;
    this.parts = new Part[(length + partBytes - 1) / partBytes];
    Arrays.setAll(parts, part -> new Part());
  }

  /**
   * The inflated bytes with the cost of each part.
   *
   * @param bytes all of them
   * @param parts each of the same number of bytes, the last one of what is left
   */
  @SuppressWarnings("ArrayRecordComponent") // Read in place, never compared.
  record Metered(byte[] bytes, Part[] parts) {}

  /**
   * Inflates a zlib stream (RFC 1950).
   *
   * @param stream with its header
   * @param length how many bytes it inflates to
   * @param partBytes the bytes of a part
   */
  static Metered read(byte[] stream, int length, int partBytes) {
    DeflateMeter meter = new DeflateMeter(stream, length, partBytes);
    meter.at = 16;
    boolean last = false;
    while (!last) {
      last = meter.block();
    }
    if (meter.made != length) {
      throw new IllegalArgumentException(meter.made + " bytes in place of " + length);
    }
    return new Metered(meter.out, meter.parts);
  }

  private Part part(int index) {
    return parts[Math.min(parts.length - 1, Math.max(0, index) / partBytes)];
  }

  private boolean block() {
    long from = at;
    boolean last = bits(1) == 1;
    int kind = bits(2);
    if (kind == 0) {
      stored(from);
    } else if (kind == 1) {
      int[] lengths = new int[LITERALS_AND_LENGTHS];
      Arrays.fill(lengths, 0, 144, 8);
      Arrays.fill(lengths, 144, 256, 9);
      Arrays.fill(lengths, 256, 280, 7);
      Arrays.fill(lengths, 280, LITERALS_AND_LENGTHS, 8);
      int[] distances = new int[30];
      Arrays.fill(distances, 5);
      part(made).rest += at - from;
      coded(new Code(lengths), new Code(distances), false);
    } else {
      dynamic(from);
    }
    return last;
  }

  private void stored(long from) {
    at = (at + 7) / 8 * 8;
    int length = bits(16);
    at += 16;
    System.arraycopy(in, (int) (at / 8), out, made, length);
    at += 8L * length;
    if (length > 0) {
      part(made).stored = true;
      part(made).literals += at - from;
    } else {
      part(made - 1).rest += at - from;
    }
    made += length;
  }

  private void dynamic(long from) {
    int main = bits(5) + 257;
    int far = bits(5) + 1;
    int count = bits(4) + 4;
    int[] lengths = new int[ORDER.length];
    for (int i = 0; i < count; i++) {
      lengths[ORDER[i]] = bits(3);
    }
    Code code = new Code(lengths);
    int[] all = new int[main + far];
    int filled = 0;
    while (filled < all.length) {
      int symbol = code.next();
      int repeated = symbol == 16 ? all[filled - 1] : 0;
      int times =
          switch (symbol) {
            case 16 -> 3 + bits(2);
            case 17 -> 3 + bits(3);
            case 18 -> 11 + bits(7);
            default -> 1;
          };
      Arrays.fill(all, filled, filled + times, symbol < 16 ? symbol : repeated);
      filled += times;
    }
    part(made).rest += at - from;
    coded(
        new Code(Arrays.copyOf(all, main)),
        new Code(Arrays.copyOfRange(all, main, all.length)),
        true);
  }

  private void coded(Code main, Code far, boolean dynamic) {
    while (true) {
      long from = at;
      int symbol = main.next();
      if (symbol == 256) {
        part(made - 1).rest += at - from;
        return;
      }
      Part part = part(made);
      part.dynamic |= dynamic;
      part.fixed |= !dynamic;
      if (symbol < 256) {
        out[made++] = (byte) symbol;
        part.literals += at - from;
      } else {
        int length = length(symbol - 257);
        int distance = distance(far.next());
        for (int i = 0; i < length; i++, made++) {
          out[made] = out[made - distance];
        }
        part.matches += at - from;
      }
    }
  }

  private int length(int code) {
    if (code == 28) {
      return 258;
    }
    int extra = code < 8 ? 0 : code / 4 - 1;
    return 3 + (code < 8 ? code : ((4 + code % 4) << extra) + bits(extra));
  }

  private int distance(int code) {
    int extra = code < 4 ? 0 : code / 2 - 1;
    return 1 + (code < 4 ? code : ((2 + code % 2) << extra) + bits(extra));
  }

  private int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++, at++) {
      value |= (in[(int) (at >>> 3)] >>> (at & 7) & 1) << i;
    }
    return value;
  }

  /** A canonical prefix code, read bit by bit. */
  private final class Code {
    private final int[] counts = new int[LONGEST_CODE + 1];
    private final int[] symbols;

    Code(int[] lengths) {
      symbols = new int[lengths.length];
      int filled = 0;
      for (int length = 1; length <= LONGEST_CODE; length++) {
        for (int symbol = 0; symbol < lengths.length; symbol++) {
          if (lengths[symbol] == length) {
            counts[length]++;
            symbols[filled++] = symbol;
          }
        }
      }
    }

    int next() {
      int code = 0;
      int first = 0;
      int index = 0;
      for (int length = 1; length <= LONGEST_CODE; length++) {
        code |= bits(1);
        int count = counts[length];
        if (code - count < first) {
          return symbols[index + code - first];
        }
        index += count;
        first = (first + count) << 1;
        code <<= 1;
      }
      throw new IllegalArgumentException("no such code");
    }
  }
}
