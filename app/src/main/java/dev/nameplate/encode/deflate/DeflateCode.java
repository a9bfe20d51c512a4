package dev.nameplate.encode.deflate;

import static dev.nameplate.encode.deflate.Lz77Tokens.FIRST_COPY;
import static dev.nameplate.encode.deflate.Lz77Tokens.FIRST_RUN;
import static dev.nameplate.encode.deflate.Lz77Tokens.LONGEST;
import static dev.nameplate.encode.deflate.Lz77Tokens.SHORTEST;

/**
 * The Huffman codes of one deflate block (RFC 1951, section 3.2.7). Immutable.
 *
 * <p>Each byte, run and copy has one table entry, with which length, extra bits and distance are
 * written at once.
 */
public final class DeflateCode {
  static final int LITERALS_AND_LENGTHS = 286;
  static final int DISTANCES = 30;
  static final int FIRST_LENGTH = 257;

  /** The lowest bit of a table entry's length in bits. */
  static final int LENGTH_SHIFT = 56;

  static final int END_OF_BLOCK = 256;

  /** The bits of an entry, of which at most 48 are used. */
  static final long BITS = (1L << LENGTH_SHIFT) - 1;

  private static final int LONGEST_CODE = 15;
  private static final int LONGEST_CODE_OF_LENGTHS = 7;
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  /** Distances up to this one have an entry each in {@link #NEAR}. */
  private static final int MOST_NEAR = 256;

  /** Farther ones share an entry of {@link #FAR} with so many others, as a power of two. */
  private static final int FAR_SHIFT = 7;

  private static final byte[] NEAR = new byte[MOST_NEAR];
  private static final byte[] FAR = new byte[Lz77Tokens.FARTHEST >> FAR_SHIFT];

  static {
    for (int beyond = 0; beyond < MOST_NEAR; beyond++) {
      NEAR[beyond] = (byte) computedDistanceCode(beyond);
    }
    for (int i = 0; i < FAR.length; i++) {
      FAR[i] = (byte) computedDistanceCode(i << FAR_SHIFT);
    }
  }

  private final HuffmanCode main;
  private final HuffmanCode distances;
  private final long[] table = new long[Lz77Tokens.COUNT];

  /** For each length of a match its entry without a distance. */
  private final long[] lengths = new long[LONGEST + 1];

  private DeflateCode(HuffmanCode main, HuffmanCode distances, RepeatDistances repeats) {
    this.main = main;
    this.distances = distances;
    for (int literal = 0; literal < FIRST_RUN; literal++) {
      table[literal] = with(main.packed(literal), 0, 0);
    }
    long run = distance(repeats.pixelBytes());
    long copy = repeats.reachesRowAbove() ? distance(repeats.rowBytes()) : 0;
    for (int length = SHORTEST; length <= LONGEST; length++) {
      lengths[length] = length(length);
      table[FIRST_RUN + length] = joined(lengths[length], run);
      table[FIRST_COPY + length] = joined(lengths[length], copy);
    }
  }

  /**
   * The shortest codes for symbols of given frequencies.
   *
   * @param main how often each literal and length occurs, and the end of the block
   * @param distances how often each distance occurs; that of a run is at least 1
   * @param repeats the distances of runs and copies
   */
  static DeflateCode of(int[] main, int[] distances, RepeatDistances repeats) {
    return new DeflateCode(
        HuffmanCode.of(main, LONGEST_CODE), HuffmanCode.of(distances, LONGEST_CODE), repeats);
  }

  /**
   * Restores a code that was stored.
   *
   * @param main from {@link #mainLengths}
   * @param distances from {@link #distanceLengths}
   * @param repeats those that it was made with
   * @throws IllegalArgumentException if the lengths are not as many as the symbols
   */
  public static DeflateCode ofLengths(int[] main, int[] distances, RepeatDistances repeats) {
    if (main.length != LITERALS_AND_LENGTHS || distances.length != DISTANCES) {
      throw new IllegalArgumentException(
          "a code has lengths for 286 and 30 symbols, not for "
              + main.length
              + " and "
              + distances.length);
    }
    return new DeflateCode(HuffmanCode.ofLengths(main), HuffmanCode.ofLengths(distances), repeats);
  }

  /** The lengths of the codes of literals, of the end of the block and of lengths, in bits: 286. */
  public int[] mainLengths() {
    return main.lengths();
  }

  /** The lengths of the codes of distances, in bits: 30. */
  public int[] distanceLengths() {
    return distances.lengths();
  }

  /** For each byte, run and copy its bits and, from {@link #LENGTH_SHIFT} on, their number. */
  long[] table() {
    return table;
  }

  /** The entry of a match, in the same form. */
  long match(int token) {
    return joined(lengths[Lz77Tokens.length(token)], distance(Lz77Tokens.distance(token)));
  }

  /**
   * Writes the header of a block with these codes that is not the stream's last (RFC 1951, section
   * 3.2.7), and ensures the capacity for it.
   */
  public void begin(BitWriter out) {
    out.ensure(LITERALS_AND_LENGTHS * 2 + DISTANCES * 2);
    out.put(0b100, 3);
    int far = DISTANCES;
    while (distances.length(far - 1) == 0) {
      far--;
    }
    int[] lengths = new int[LITERALS_AND_LENGTHS + far];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] =
          i < LITERALS_AND_LENGTHS ? main.length(i) : distances.length(i - LITERALS_AND_LENGTHS);
    }
    CodeLengths run = CodeLengths.of(lengths);
    HuffmanCode huffmanCode = HuffmanCode.of(run.counts(), LONGEST_CODE_OF_LENGTHS);
    int kept = ORDER.length;
    while (kept > 4 && huffmanCode.length(ORDER[kept - 1]) == 0) {
      kept--;
    }
    out.put(LITERALS_AND_LENGTHS - FIRST_LENGTH, 5);
    out.put(far - 1, 5);
    out.put(kept - 4, 4);
    for (int i = 0; i < kept; i++) {
      out.put(huffmanCode.length(ORDER[i]), 3);
    }
    run.put(out, huffmanCode);
  }

  /**
   * Writes the end of a block and the empty stored block of a sync flush, after which the output is
   * byte-aligned (RFC 1951, section 3.2.4), and ensures the capacity for them.
   */
  public void end(BitWriter out) {
    endBlock(out);
    out.put(0, 3);
    out.align();
    out.put(0xffff0000, 32);
  }

  /** Writes the end of a block that another one follows. */
  void endBlock(BitWriter out) {
    out.ensure(16);
    int code = main.packed(END_OF_BLOCK);
    out.put(code & HuffmanCode.BITS, code >>> HuffmanCode.LENGTH_SHIFT);
  }

  private long length(int length) {
    int symbol = lengthCode(length);
    return with(main.packed(symbol), length - baseLength(symbol), extraBits(symbol));
  }

  private long distance(int distance) {
    int symbol = distanceCode(distance);
    int extra = extraBitsOfDistance(symbol);
    return with(distances.packed(symbol), (distance - 1) & ((1 << extra) - 1), extra);
  }

  private static long with(int code, int extra, int extraBits) {
    int size = code >>> HuffmanCode.LENGTH_SHIFT;
    return (code & HuffmanCode.BITS)
        | (long) extra << size
        | (long) (size + extraBits) << LENGTH_SHIFT;
  }

  private static long joined(long length, long distance) {
    int size = (int) (length >>> LENGTH_SHIFT);
    long sizes = (length >>> LENGTH_SHIFT) + (distance >>> LENGTH_SHIFT);
    return (length & BITS) | (distance & BITS) << size | sizes << LENGTH_SHIFT;
  }

  /** The symbol of a match's length (RFC 1951, section 3.2.5). */
  static int lengthCode(int length) {
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

  /** The symbol of a match's distance (RFC 1951, section 3.2.5). */
  static int distanceCode(int distance) {
    int beyond = distance - 1;
    return beyond < MOST_NEAR ? NEAR[beyond] : FAR[beyond >> FAR_SHIFT];
  }

  private static int computedDistanceCode(int beyond) {
    if (beyond < 4) {
      return beyond;
    }
    int extra = 30 - Integer.numberOfLeadingZeros(beyond);
    return 2 * extra + (beyond >> extra);
  }

  static int extraBitsOfDistance(int symbol) {
    return symbol < 4 ? 0 : symbol / 2 - 1;
  }

  static int extraBits(int symbol) {
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
