package dev.nameplate.encode.deflate;

import java.util.Arrays;

/**
 * For every position the nearest earlier match of each length, found once for all parses.
 *
 * <p>Positions with the same three bytes are chained. If the three bytes are equal, the run that
 * they begin must have the same length too, since positions within runs would fill the chain.
 */
final class MatchTable {
  private static final int HASH_BITS = 15;
  private static final int GOLDEN = 0x9e3779b1;

  private final byte[] bytes;
  private final int length;
  private final int depth;

  /** How many bytes from a position on equal the one there. */
  private final int[] runs;

  private final int[] earlier;
  private final int[] heads = new int[1 << HASH_BITS];

  /** The index of each position's first match. */
  private final int[] starts;

  private int[] matches;
  private int count;

  private MatchTable(byte[] bytes, int length, int depth) {
    this.bytes = bytes;
    this.length = length;
    this.depth = depth;
    this.runs = runs(bytes, length);
    this.earlier = new int[length];
    this.starts = new int[length + 1];
    this.matches = new int[2 * length + Lz77Tokens.LONGEST];
    Arrays.fill(heads, -1);
  }

  /**
   * Finds all matches.
   *
   * @param length how many of the bytes count
   * @param depth how many earlier positions are tried for each
   */
  static MatchTable of(byte[] bytes, int length, int depth) {
    MatchTable all = new MatchTable(bytes, length, depth);
    for (int at = 0; at < length; at++) {
      all.starts[at] = all.count;
      if (at + Lz77Tokens.SHORTEST <= length) {
        all.find(at);
      }
    }
    all.starts[length] = all.count;
    return all;
  }

  /** The index of a position's first match; its last one precedes the next position's first. */
  int first(int at) {
    return starts[at];
  }

  /** A match as {@link Lz77Tokens#match}; the next one of a position is longer and farther. */
  int match(int number) {
    return matches[number];
  }

  /** A position's longest match; 0 if it has none. */
  int longest(int at) {
    return starts[at] == starts[at + 1] ? 0 : matches[starts[at + 1] - 1];
  }

  int literal(int at) {
    return bytes[at] & 0xff;
  }

  private void find(int at) {
    if (count + Lz77Tokens.LONGEST > matches.length) {
      matches = Arrays.copyOf(matches, 2 * matches.length);
    }
    int most = Math.min(Lz77Tokens.LONGEST, length - at);
    int best = Lz77Tokens.SHORTEST - 1;
    if (at > 0 && bytes[at - 1] == bytes[at] && runs[at] > best) {
      best = Math.min(most, runs[at]);
      matches[count++] = Lz77Tokens.match(best, 1);
    }
    int hash = hash(at);
    int place = heads[hash];
    for (int left = depth;
        left > 0 && best < most && place >= 0 && at - place <= Lz77Tokens.FARTHEST;
        left--) {
      if (bytes[place + best] == bytes[at + best]) {
        int same = same(place, at, most);
        if (same > best) {
          best = same;
          matches[count++] = Lz77Tokens.match(same, at - place);
        }
      }
      place = earlier[place];
    }
    earlier[at] = heads[hash];
    heads[hash] = at;
  }

  private int same(int place, int at, int most) {
    int differs = Arrays.mismatch(bytes, place, place + most, bytes, at, at + most);
    return differs < 0 ? most : differs;
  }

  private int hash(int at) {
    int key =
        runs[at] >= Lz77Tokens.SHORTEST
            ? (bytes[at] & 0xff) | Math.min(runs[at], Lz77Tokens.LONGEST) << Byte.SIZE | 1 << 24
            : (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16;
    return (key * GOLDEN) >>> (Integer.SIZE - HASH_BITS);
  }

  private static int[] runs(byte[] bytes, int length) {
    int[] runs = new int[length];
    for (int at = length - 1; at >= 0; at--) {
      runs[at] = at + 1 < length && bytes[at] == bytes[at + 1] ? runs[at + 1] + 1 : 1;
    }
    return runs;
  }
}
