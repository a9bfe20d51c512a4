package dev.nameplate.encode;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A prefix code of bounded length (Huffman, 1952), in deflate's canonical order (RFC 1951, section
 * 3.2.2). A code's bits stand in the order in which they are written, the first in the lowest bit.
 */
final class Codes {
  /** Where an entry of {@link #packed} holds its length. */
  static final int LENGTH_SHIFT = 26;

  /** The bits of an entry that hold the code. */
  static final int BITS = (1 << LENGTH_SHIFT) - 1;

  private final int[] lengths;
  private final int[] packed;

  private Codes(int[] lengths) {
    this.lengths = lengths;
    this.packed = packed(lengths);
  }

  /**
   * The shortest code for symbols that occur so often.
   *
   * @param counts 0 for a symbol that never occurs and gets no code
   * @param longest the most bits in a code; enough for as many symbols as there are
   */
  static Codes of(long[] counts, int longest) {
    long[] tried = counts.clone();
    int[] lengths = lengths(tried);
    while (Arrays.stream(lengths).max().orElse(0) > longest) {
      for (int i = 0; i < tried.length; i++) {
        tried[i] = tried[i] == 0 ? 0 : tried[i] / 2 + 1;
      }
      lengths = lengths(tried);
    }
    return new Codes(lengths);
  }

  /** Bits of a symbol's code; 0 where it has none. */
  int length(int symbol) {
    return lengths[symbol];
  }

  /** How many symbols there are, those without a code among them. */
  int count() {
    return lengths.length;
  }

  /** A symbol's code and, from {@link #LENGTH_SHIFT} on, its length. */
  int packed(int symbol) {
    return packed[symbol];
  }

  private record Tree(long weight, int order, int symbol, int left, int right) {}

  /** By joining the two lightest trees until one is left; ties go to the older one. */
  private static int[] lengths(long[] counts) {
    Tree[] trees = new Tree[2 * counts.length];
    PriorityQueue<Tree> lightest =
        new PriorityQueue<>(Comparator.comparingLong(Tree::weight).thenComparingInt(Tree::order));
    int made = 0;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] > 0) {
        trees[made] = new Tree(counts[symbol], made, symbol, -1, -1);
        lightest.add(trees[made++]);
      }
    }
    int[] lengths = new int[counts.length];
    if (made == 1) {
      lengths[trees[0].symbol()] = 1;
      return lengths;
    }
    while (lightest.size() > 1) {
      Tree a = lightest.remove();
      Tree b = lightest.remove();
      trees[made] = new Tree(a.weight() + b.weight(), made, -1, a.order(), b.order());
      lightest.add(trees[made++]);
    }
    int[] depths = new int[made];
    for (int i = made - 1; i >= 0; i--) {
      if (trees[i].symbol() >= 0) {
        lengths[trees[i].symbol()] = depths[i];
      } else {
        depths[trees[i].left()] = depths[i] + 1;
        depths[trees[i].right()] = depths[i] + 1;
      }
    }
    return lengths;
  }

  private static int[] packed(int[] lengths) {
    int[] packed = new int[lengths.length];
    int code = 0;
    int most = Arrays.stream(lengths).max().orElse(0);
    for (int length = 1; length <= most; length++) {
      code <<= 1;
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          packed[symbol] = Integer.reverse(code++) >>> (32 - length) | length << LENGTH_SHIFT;
        }
      }
    }
    return packed;
  }
}
