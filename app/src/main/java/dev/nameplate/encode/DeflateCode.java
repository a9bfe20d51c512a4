package dev.nameplate.encode;

import static dev.nameplate.encode.Symbols.FIRST_NEAR;
import static dev.nameplate.encode.Symbols.FIRST_PIXEL;
import static dev.nameplate.encode.Symbols.LONGEST;
import static dev.nameplate.encode.Symbols.SHORTEST;

/**
 * The codes of one deflate block (RFC 1951, section 3.2.7), learned from symbols like those to
 * come. Every symbol has a code, so that any bytes can be written.
 *
 * <p>A match is one symbol here: its length, its extra bits and its distance are put at once.
 */
final class DeflateCode {
  private static final int END_OF_BLOCK = 256;
  private static final int FIRST_LENGTH = 257;
  private static final int LITERALS_AND_LENGTHS = 286;
  private static final int LONGEST_CODE = 15;
  private static final int LONGEST_CODE_OF_LENGTHS = 7;
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private final Codes main;
  private final Codes distances;
  private final int[] table = new int[Symbols.COUNT];

  private DeflateCode(Codes main, Codes distances, int pixelBytes) {
    this.main = main;
    this.distances = distances;
    for (int literal = 0; literal < FIRST_NEAR; literal++) {
      table[literal] = main.packed(literal);
    }
    for (int length = SHORTEST; length <= LONGEST; length++) {
      table[FIRST_NEAR + length] = match(length, 0);
      table[FIRST_PIXEL + length] = match(length, pixelBytes - 1);
    }
  }

  /**
   * The best code for symbols that occur so often.
   *
   * @param counts of each symbol
   * @param pixelBytes the longer of the two distances, 1 to 4, so that its code is one less
   */
  static DeflateCode of(long[] counts, int pixelBytes) {
    long[] main = new long[LITERALS_AND_LENGTHS];
    java.util.Arrays.fill(main, 1);
    long[] distances = new long[pixelBytes];
    distances[0] = 1;
    distances[pixelBytes - 1] = 1;
    for (int literal = 0; literal < FIRST_NEAR; literal++) {
      main[literal] += counts[literal];
    }
    for (int length = SHORTEST; length <= LONGEST; length++) {
      long near = counts[FIRST_NEAR + length];
      long pixel = counts[FIRST_PIXEL + length];
      main[lengthCode(length)] += near + pixel;
      distances[0] += near;
      distances[pixelBytes - 1] += pixel;
    }
    return new DeflateCode(
        Codes.of(main, LONGEST_CODE), Codes.of(distances, LONGEST_CODE), pixelBytes);
  }

  /** What {@link BitWriter#put(int[], int, int[])} needs of the code; not to be written to. */
  int[] table() {
    return table;
  }

  /** Puts the beginning of a block that is not the stream's last. */
  void begin(BitWriter out) {
    out.ensure(LITERALS_AND_LENGTHS * 2);
    out.put(0b100, 3);
    int count = LITERALS_AND_LENGTHS + distances.count();
    int[] lengths = new int[count];
    for (int i = 0; i < count; i++) {
      lengths[i] =
          i < LITERALS_AND_LENGTHS ? main.length(i) : distances.length(i - LITERALS_AND_LENGTHS);
    }
    CodeLengths run = CodeLengths.of(lengths);
    Codes codes = Codes.of(run.counts(), LONGEST_CODE_OF_LENGTHS);
    int kept = ORDER.length;
    while (kept > 4 && codes.length(ORDER[kept - 1]) == 0) {
      kept--;
    }
    out.put(LITERALS_AND_LENGTHS - FIRST_LENGTH, 5);
    out.put(distances.count() - 1, 5);
    out.put(kept - 4, 4);
    for (int i = 0; i < kept; i++) {
      out.put(codes.length(ORDER[i]), 3);
    }
    run.put(out, codes);
  }

  /** Puts the end of a block and the empty stored block of a sync flush, thus ends on a byte. */
  void end(BitWriter out) {
    out.ensure(16);
    int code = main.packed(END_OF_BLOCK);
    out.put(code & Codes.BITS, code >>> Codes.LENGTH_SHIFT);
    out.put(0, 3);
    out.align();
    out.put(0xffff0000, 32);
  }

  private int match(int length, int distanceCode) {
    int symbol = lengthCode(length);
    int code = main.packed(symbol);
    int bits = code & Codes.BITS;
    int size = code >>> Codes.LENGTH_SHIFT;
    int extra = extraBits(symbol);
    bits |= (length - baseLength(symbol)) << size;
    size += extra;
    int distance = distances.packed(distanceCode);
    bits |= (distance & Codes.BITS) << size;
    size += distance >>> Codes.LENGTH_SHIFT;
    return bits | size << Codes.LENGTH_SHIFT;
  }

  /** The symbol of a match's length: four for each number of extra bits from 1 on. */
  private static int lengthCode(int length) {
    if (length == LONGEST) {
      return LITERALS_AND_LENGTHS - 1;
    }
    int beyond = length - SHORTEST;
    if (beyond < 8) {
      return FIRST_LENGTH + beyond;
    }
    int extra = 29 - Integer.numberOfLeadingZeros(beyond);
    return FIRST_LENGTH + 4 * extra + (beyond >> extra);
  }

  private static int extraBits(int symbol) {
    int beyond = symbol - FIRST_LENGTH;
    return beyond < 8 || symbol == LITERALS_AND_LENGTHS - 1 ? 0 : beyond / 4 - 1;
  }

  private static int baseLength(int symbol) {
    if (symbol == LITERALS_AND_LENGTHS - 1) {
      return LONGEST;
    }
    int beyond = symbol - FIRST_LENGTH;
    int extra = extraBits(symbol);
    return SHORTEST + (beyond < 8 ? beyond : (4 + beyond % 4) << extra);
  }
}
