package dev.nameplate.encode.deflate;

import java.util.Arrays;

/**
 * Estimated costs of literals, lengths and distances in a code made for some tokens (Shannon,
 * 1948).
 */
final class TokenCosts {
  /** Costs are counted in this fraction of a bit. */
  static final int PARTS = 64;

  private final int[] literals = new int[Lz77Tokens.FIRST_RUN];
  private final int[] lengths = new int[Lz77Tokens.LONGEST + 1];
  private final int[] distances;

  private TokenCosts(int[] main, int[] far) {
    int[] symbols = costs(main);
    System.arraycopy(symbols, 0, literals, 0, literals.length);
    for (int length = Lz77Tokens.SHORTEST; length <= Lz77Tokens.LONGEST; length++) {
      int code = DeflateCode.lengthCode(length);
      lengths[length] = symbols[code] + PARTS * DeflateCode.extraBits(code);
    }
    distances = costs(far);
    for (int code = 0; code < distances.length; code++) {
      distances[code] += PARTS * DeflateCode.extraBitsOfDistance(code);
    }
  }

  /**
   * @param tokens bytes and matches, but no runs or copies
   */
  static TokenCosts of(int[] tokens) {
    int[] main = new int[DeflateCode.LITERALS_AND_LENGTHS];
    int[] far = new int[DeflateCode.DISTANCES];
    for (int token : tokens) {
      if (Lz77Tokens.isMatch(token)) {
        main[DeflateCode.lengthCode(Lz77Tokens.length(token))]++;
        far[DeflateCode.distanceCode(Lz77Tokens.distance(token))]++;
      } else {
        main[token]++;
      }
    }
    return new TokenCosts(main, far);
  }

  int literal(int value) {
    return literals[value];
  }

  int length(int length) {
    return lengths[length];
  }

  int distance(int distance) {
    return distances[DeflateCode.distanceCode(distance)];
  }

  /** The cost of each symbol; one that does not occur counts as half an occurrence. */
  private static int[] costs(int[] counts) {
    double all = Math.max(1, Arrays.stream(counts).asLongStream().sum());
    return Arrays.stream(counts)
        .map(
            count ->
                (int)
                    Math.round(
                        PARTS
                            * StrictMath.log(all / (count == 0 ? 0.5 : count))
                            / StrictMath.log(2)))
        .toArray();
  }
}
