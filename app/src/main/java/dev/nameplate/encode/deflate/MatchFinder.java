package dev.nameplate.encode.deflate;

/**
 * Finds matches with earlier bytes as zlib does: positions with the same three bytes are chained,
 * the nearest first, and a match is deferred by a byte if the next one is longer (lazy matching).
 * For one thread at a time.
 *
 * <p>Only bytes that are the same in every picture are matched, as source and as copy.
 */
public final class MatchFinder {
  private static final int HASH_BITS = 15;

  /** A match of three bytes from farther away takes more bits than the bytes. */
  private static final int NEAR_FOR_SHORTEST = 4096;

  private static final int LONG_ENOUGH = 64;

  private final byte[] bytes;
  private final boolean[] fixed;
  private final int depth;

  /** For each hash the latest position plus one; 0 if there is none. */
  private final int[] heads = new int[1 << HASH_BITS];

  /** For each position the one before it in its chain, plus one; 0 if there is none. */
  private final int[] earlier;

  private int source;

  /**
   * @param bytes to search; not copied
   * @param fixed for each byte whether it is the same in every picture
   * @param depth how many earlier positions are tried for each match
   */
  public MatchFinder(byte[] bytes, boolean[] fixed, int depth) {
    this.bytes = bytes;
    this.fixed = fixed;
    this.depth = depth;
    this.earlier = new int[bytes.length];
  }

  /**
   * Parses a range of fixed bytes into tokens; ranges must be given in ascending order.
   *
   * @param from index of the first byte
   * @param to index after the last byte
   * @param out receives the tokens, in the form of {@link Lz77Tokens}; has capacity for one for
   *     each byte
   * @param already the number of tokens in it
   * @return the number of tokens in it now
   */
  public int parse(int from, int to, int[] out, int already) {
    int count = already;
    int at = from;
    int length = longest(at, to);
    while (at < to) {
      int found = source;
      enterOne(at, to);
      int next = at + 1 < to && length < LONG_ENOUGH ? longest(at + 1, to) : 0;
      if (length < Lz77Tokens.SHORTEST || next > length) {
        out[count++] = bytes[at++] & 0xff;
        length = next;
        continue;
      }
      out[count++] = Lz77Tokens.match(length, at - found);
      for (int i = at + 1; i < at + length; i++) {
        enterOne(i, to);
      }
      at += length;
      length = at < to ? longest(at, to) : 0;
    }
    return count;
  }

  /**
   * Enters a range of bytes whose tokens are known, so that later ones may be copied from it; in
   * order with the ranges that are parsed.
   *
   * @param from index of the first byte
   * @param to index after the last byte
   */
  public void enter(int from, int to) {
    for (int at = from; at < to; at++) {
      enterOne(at, to);
    }
  }

  /** The length of the longest match, whose position is then in {@link #source}; 0 for none. */
  private int longest(int at, int to) {
    int most = Math.min(Lz77Tokens.LONGEST, to - at);
    if (most < Lz77Tokens.SHORTEST) {
      return 0;
    }
    int farthest = Math.max(0, at - Lz77Tokens.FARTHEST);
    int best = Lz77Tokens.SHORTEST - 1;
    int left = depth;
    for (int place = heads[hash(at)] - 1;
        place >= farthest && left > 0;
        place = earlier[place] - 1, left--) {
      if (bytes[place + best] != bytes[at + best]
          || bytes[place + best - 1] != bytes[at + best - 1]
          || !fixed[place + best]) {
        continue;
      }
      int length = same(place, at, most);
      if (length > best && (length > Lz77Tokens.SHORTEST || at - place <= NEAR_FOR_SHORTEST)) {
        best = length;
        source = place;
        if (length == most) {
          break;
        }
      }
    }
    return best < Lz77Tokens.SHORTEST ? 0 : best;
  }

  private int same(int place, int at, int most) {
    byte[] all = bytes;
    boolean[] usable = fixed;
    int length = 0;
    while (length < most && all[place + length] == all[at + length] && usable[place + length]) {
      length++;
    }
    return length;
  }

  private void enterOne(int at, int to) {
    if (at + Lz77Tokens.SHORTEST <= to) {
      int hash = hash(at);
      earlier[at] = heads[hash];
      heads[hash] = at + 1;
    }
  }

  private int hash(int at) {
    int three = (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16;
    return (three * 0x9e3779b1) >>> (Integer.SIZE - HASH_BITS);
  }
}
