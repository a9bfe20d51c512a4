package dev.nameplate.encode.deflate;

import java.util.Arrays;

/**
 * Counts how often each symbol of deflate's two alphabets (RFC 1951, section 3.2.5) occurs in some
 * tokens. For one thread at a time.
 */
public final class TokenCounts {
  private final int[] plain = new int[Lz77Tokens.COUNT];
  private final int[] main = new int[DeflateCode.LITERALS_AND_LENGTHS];
  private final int[] distances = new int[DeflateCode.DISTANCES];

  /** How often each length of a match occurs, runs and copies apart. */
  private final int[] lengths = new int[Lz77Tokens.LONGEST + 1];

  /** Sets all counts to zero. */
  public void clear() {
    Arrays.fill(plain, 0);
    Arrays.fill(main, 0);
    Arrays.fill(lengths, 0);
    Arrays.fill(distances, 0);
  }

  /**
   * Adds tokens to the counts.
   *
   * @param tokens in the form of {@link Lz77Tokens}; not changed
   * @param from index of the first
   * @param to index after the last
   */
  public void add(int[] tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      int token = tokens[i];
      if (Lz77Tokens.isMatch(token)) {
        lengths[Lz77Tokens.length(token)]++;
        distances[DeflateCode.distanceCode(Lz77Tokens.distance(token))]++;
      } else {
        plain[token]++;
      }
    }
  }

  /** Counts each literal, each length and a copy once, so that all of them get a code. */
  public void addAll() {
    for (int i = 0; i < Lz77Tokens.FIRST_RUN; i++) {
      plain[i]++;
    }
    for (int code = DeflateCode.FIRST_LENGTH; code < main.length; code++) {
      main[code]++;
    }
    plain[Lz77Tokens.FIRST_COPY + Lz77Tokens.LONGEST]++;
  }

  /**
   * Computes a code for tokens of this distribution, with a symbol for the end of the block. A
   * literal, length or distance that was not counted has no symbol, except that the distance of
   * runs has one. The counts are not changed.
   *
   * @param repeats the distances of runs and copies
   */
  public DeflateCode code(RepeatDistances repeats) {
    int[] all = main.clone();
    int[] far = distances.clone();
    fold(all, far, repeats);
    all[DeflateCode.END_OF_BLOCK] = 1;
    int run = DeflateCode.distanceCode(repeats.pixelBytes());
    // A block without matches needs one distance code too (RFC 1951, section 3.2.7).
    far[run] = Math.max(1, far[run]);
    return DeflateCode.of(all, far, repeats);
  }

  /**
   * Estimates the length of the tokens in bits, without block header (Shannon, 1948). The counts
   * are not changed.
   *
   * @param repeats the distances of runs and copies
   * @return 0 or more; 0 if nothing was counted
   */
  public double bits(RepeatDistances repeats) {
    int[] all = main.clone();
    int[] far = distances.clone();
    fold(all, far, repeats);
    double bits = bits(all) + bits(far);
    for (int code = DeflateCode.FIRST_LENGTH; code < all.length; code++) {
      bits += (double) all[code] * DeflateCode.extraBits(code);
    }
    for (int code = 0; code < far.length; code++) {
      bits += (double) far[code] * DeflateCode.extraBitsOfDistance(code);
    }
    return bits;
  }

  private void fold(int[] all, int[] far, RepeatDistances repeats) {
    System.arraycopy(plain, 0, all, 0, Lz77Tokens.FIRST_RUN);
    for (int length = Lz77Tokens.SHORTEST; length <= Lz77Tokens.LONGEST; length++) {
      all[DeflateCode.lengthCode(length)] += lengths[length];
    }
    add(Lz77Tokens.FIRST_RUN, all, far, repeats.pixelBytes());
    if (repeats.reachesRowAbove()) {
      add(Lz77Tokens.FIRST_COPY, all, far, repeats.rowBytes());
    }
  }

  private void add(int first, int[] all, int[] far, int distance) {
    int code = DeflateCode.distanceCode(distance);
    for (int length = Lz77Tokens.SHORTEST; length <= Lz77Tokens.LONGEST; length++) {
      int count = plain[first + length];
      all[DeflateCode.lengthCode(length)] += count;
      far[code] += count;
    }
  }

  private static double bits(int[] counts) {
    double all = Arrays.stream(counts).asLongStream().sum();
    return Arrays.stream(counts)
        .filter(count -> count > 0)
        .mapToDouble(count -> count * StrictMath.log(all / count) / StrictMath.log(2))
        .sum();
  }
}
