package dev.nameplate.encode.deflate;

import java.util.Arrays;

/**
 * A prefix code of bounded length (Huffman, 1952), in deflate's canonical order (RFC 1951, section
 * 3.2.2). A code's bits are in the order in which they are written, the first in the lowest bit.
 */
final class HuffmanCode {
  /** The lowest bit of the length in an entry of {@link #packed}. */
  static final int LENGTH_SHIFT = 26;

  /** The bits of an entry that hold the code. */
  static final int BITS = (1 << LENGTH_SHIFT) - 1;

  /** Bits of a symbol's number in a sort key, below its count. */
  private static final int SYMBOL_BITS = 9;

  private static final int LONGEST = 15;

  private final int[] lengths;
  private final int[] packed;

  private HuffmanCode(int[] lengths) {
    this.lengths = lengths;
    this.packed = packed(lengths);
  }

  /**
   * The shortest code for symbols of given frequencies.
   *
   * @param counts 0 for a symbol that never occurs and gets no code; at most 512 symbols
   * @param longest the maximum length of a code in bits, at most 15; must suffice for the symbols
   */
  static HuffmanCode of(int[] counts, int longest) {
    int[] tried = counts.clone();
    int[] lengths = new int[counts.length];
    while (lengths(tried, lengths) > longest) {
      for (int i = 0; i < tried.length; i++) {
        tried[i] = tried[i] == 0 ? 0 : tried[i] / 2 + 1;
      }
    }
    return new HuffmanCode(lengths);
  }

  /**
   * The code of given lengths.
   *
   * @param lengths for each symbol in bits, at most 15; 0 for a symbol without a code
   */
  static HuffmanCode ofLengths(int[] lengths) {
    return new HuffmanCode(lengths.clone());
  }

  /** A copy of the lengths of all symbols. */
  int[] lengths() {
    return lengths.clone();
  }

  /** The length of a symbol's code in bits; 0 if it has none. */
  int length(int symbol) {
    return lengths[symbol];
  }

  /** The number of symbols, those without a code included. */
  int count() {
    return lengths.length;
  }

  /** A symbol's code and, from {@link #LENGTH_SHIFT} on, its length in bits. */
  int packed(int symbol) {
    return packed[symbol];
  }

  /**
   * Computes code lengths by joining the two lightest trees until one is left. Symbols sorted by
   * weight make one queue and joined trees another, so the lightest is always at a head (van
   * Leeuwen, 1976).
   *
   * @return the longest length
   */
  private static int lengths(int[] counts, int[] lengths) {
    long[] sorted = sorted(counts);
    int leaves = sorted.length;
    if (leaves <= 1) {
      Arrays.stream(sorted).forEach(leaf -> lengths[symbol(leaf)] = 1);
      return leaves;
    }
    long[] weights = new long[leaves - 1];
    int[] parents = new int[2 * leaves - 1];
    int leaf = 0;
    int joined = 0;
    for (int made = 0; made < leaves - 1; made++) {
      for (int side = 0; side < 2; side++) {
        boolean takesLeaf =
            leaf < leaves && (joined == made || sorted[leaf] >>> SYMBOL_BITS <= weights[joined]);
        weights[made] += takesLeaf ? sorted[leaf] >>> SYMBOL_BITS : weights[joined];
        parents[takesLeaf ? leaf++ : leaves + joined++] = leaves + made;
      }
    }
    return measure(sorted, parents, lengths);
  }

  private static int measure(long[] sorted, int[] parents, int[] lengths) {
    int[] depths = new int[parents.length];
    int longest = 0;
    for (int node = parents.length - 2; node >= 0; node--) {
      depths[node] = depths[parents[node]] + 1;
      if (node < sorted.length) {
        lengths[symbol(sorted[node])] = depths[node];
        longest = Math.max(longest, depths[node]);
      }
    }
    return longest;
  }

  /** Symbols that occur, the rarest first, each as its count in the bits above its number. */
  private static long[] sorted(int[] counts) {
    long[] sorted = new long[counts.length];
    int leaves = 0;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] > 0) {
        sorted[leaves++] = (long) counts[symbol] << SYMBOL_BITS | symbol;
      }
    }
    Arrays.sort(sorted, 0, leaves);
    return Arrays.copyOf(sorted, leaves);
  }

  private static int symbol(long leaf) {
    return (int) leaf & ((1 << SYMBOL_BITS) - 1);
  }

  private static int[] packed(int[] lengths) {
    int[] next = new int[LONGEST + 2];
    for (int length : lengths) {
      next[length + 1] += length == 0 ? 0 : 1;
    }
    for (int length = 1; length <= LONGEST; length++) {
      next[length] = (next[length - 1] + next[length]) << 1;
    }
    int[] packed = new int[lengths.length];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length = lengths[symbol];
      if (length > 0) {
        int code = next[length]++;
        packed[symbol] = Integer.reverse(code) >>> (Integer.SIZE - length) | length << LENGTH_SHIFT;
      }
    }
    return packed;
  }
}
