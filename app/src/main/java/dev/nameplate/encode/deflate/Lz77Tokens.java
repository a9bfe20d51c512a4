package dev.nameplate.encode.deflate;

/**
 * What a deflate block is made of, one int each: a byte as itself, 0 to 255; a run, which repeats
 * the pixel before and is {@link #FIRST_RUN} and its length in bytes; a copy of the row above,
 * {@link #FIRST_COPY} and its length; or any other match, which has {@link #MATCH} set, its length
 * from bit 15 on and its distance less one below.
 *
 * <p>Runs and copies are what pictures without noise are made of, and finding them needs no search.
 */
public final class Lz77Tokens {
  /** The least and the most bytes of a match (RFC 1951, section 3.2.5). */
  public static final int SHORTEST = 3;

  public static final int LONGEST = 258;

  /** The longest distance of a match. */
  public static final int FARTHEST = 1 << 15;

  public static final int FIRST_RUN = 256;

  public static final int FIRST_COPY = FIRST_RUN + LONGEST + 1;

  /** Behind the last byte, run or copy. */
  static final int COUNT = FIRST_COPY + LONGEST + 1;

  static final int MATCH = 1 << 30;

  private static final int DISTANCE_BITS = 15;

  private Lz77Tokens() {}

  /** A match of 3 to 258 bytes with those 1 to 32,768 before. */
  static int match(int length, int distance) {
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
