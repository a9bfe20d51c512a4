package dev.nameplate.encode.deflate;

/**
 * The literals and matches of a deflate block (RFC 1951, section 2), one int each: a literal byte
 * is 0 to 255; a run, which repeats the pixel before, is {@link #FIRST_RUN} plus its length in
 * bytes; a copy of the row above is {@link #FIRST_COPY} plus its length; any other match has the
 * bit {@link #MATCH} set, its length from bit 15 on and its distance minus one below.
 *
 * <p>Pictures without noise consist mostly of runs and copies, which are found without a search.
 */
public final class Lz77Tokens {
  /** The minimum length of a match in bytes (RFC 1951, section 3.2.5). */
  public static final int SHORTEST = 3;

  /** The maximum length of a match in bytes (RFC 1951, section 3.2.5). */
  public static final int LONGEST = 258;

  /** The maximum distance of a match in bytes (RFC 1951, section 2). */
  public static final int FARTHEST = 1 << 15;

  /** A run's token minus its length. */
  public static final int FIRST_RUN = 256;

  /** A copy's token minus its length. */
  public static final int FIRST_COPY = FIRST_RUN + LONGEST + 1;

  /** After the last literal, run or copy. */
  static final int COUNT = FIRST_COPY + LONGEST + 1;

  static final int MATCH = 1 << 30;

  private static final int DISTANCE_BITS = 15;

  private Lz77Tokens() {}

  /** The token of a match of 3 to 258 bytes at a distance of 1 to 32,768. */
  public static int match(int length, int distance) {
    return MATCH | length << DISTANCE_BITS | (distance - 1);
  }

  static boolean isMatch(int token) {
    return (token & MATCH) != 0;
  }

  /** Of a token that is a match. */
  static int length(int token) {
    return (token & ~MATCH) >>> DISTANCE_BITS;
  }

  /** Of a token that is a match. */
  static int distance(int token) {
    return (token & (1 << DISTANCE_BITS) - 1) + 1;
  }
}
