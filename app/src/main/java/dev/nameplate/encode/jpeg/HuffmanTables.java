package dev.nameplate.encode.jpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/**
 * The four Huffman tables of a JPEG file with two kinds of components: luma's for DC and AC, then
 * chroma's (ITU-T T.81, annexes C and K).
 *
 * @param tables DC and AC of luma, DC and AC of chroma
 */
record HuffmanTables(List<Table> tables) {
  /** The tables of annex K.3. */
  static final HuffmanTables STANDARD =
      new HuffmanTables(
          List.of(
              Table.of(JPEGHuffmanTable.StdDCLuminance),
              Table.of(JPEGHuffmanTable.StdACLuminance),
              Table.of(JPEGHuffmanTable.StdDCChrominance),
              Table.of(JPEGHuffmanTable.StdACChrominance)));

  private static final int LONGEST = 16;

  /** How much more a symbol counts that was seen than one that was not. */
  private static final int SEEN = 8;

  HuffmanTables {
    tables = List.copyOf(tables);
  }

  /**
   * One table.
   *
   * @param lengths how many codes of 1 to 16 bits there are
   * @param values their symbols, from the shortest code on
   */
  @SuppressWarnings("ArrayRecordComponent") // Read in place, never compared.
  record Table(int[] lengths, int[] values) {
    static Table of(JPEGHuffmanTable table) {
      return new Table(numbers(table.getLengths()), numbers(table.getValues()));
    }

    /** The same table in the JDK's form. */
    JPEGHuffmanTable inJdkForm() {
      return new JPEGHuffmanTable(shorts(lengths), shorts(values));
    }

    private static int[] numbers(short[] shorts) {
      int[] numbers = new int[shorts.length];
      Arrays.setAll(numbers, i -> shorts[i]);
      return numbers;
    }

    private static short[] shorts(int[] numbers) {
      short[] shorts = new short[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        shorts[i] = (short) numbers[i];
      }
      return shorts;
    }
  }

  /** The shortest tables for a picture's symbols, in which every symbol of baseline has a code. */
  static HuffmanTables of(SymbolCounts counts) {
    return new HuffmanTables(
        List.of(dc(counts.dc(0)), ac(counts.ac(0)), dc(counts.dc(1)), ac(counts.ac(1))));
  }

  private static Table dc(long[] seen) {
    long[] counts = new long[SymbolCounts.SYMBOLS];
    for (int size = 0; size <= SymbolCounts.LARGEST_DC; size++) {
      counts[size] = SEEN * seen[size] + 1;
    }
    return table(counts);
  }

  private static Table ac(long[] seen) {
    long[] counts = new long[SymbolCounts.SYMBOLS];
    for (int run = 0; run < 16; run++) {
      for (int size = 1; size <= SymbolCounts.LARGEST_AC; size++) {
        counts[run << 4 | size] = SEEN * seen[run << 4 | size] + 1;
      }
    }
    counts[SymbolCounts.END] = SEEN * seen[SymbolCounts.END] + 1;
    counts[SymbolCounts.ZEROS] = SEEN * seen[SymbolCounts.ZEROS] + 1;
    return table(counts);
  }

  /**
   * A code of at most 16 bits, in which no code has nothing but ones (T.81, annex K.2): a symbol of
   * the least weight takes that place and is left out.
   */
  private static Table table(long[] counts) {
    int[] order =
        IntStream.range(0, counts.length)
            .filter(symbol -> counts[symbol] > 0)
            .boxed()
            .sorted((one, other) -> Long.compare(counts[other], counts[one]))
            .mapToInt(symbol -> symbol)
            .toArray();
    long[] weights = new long[order.length + 1];
    for (int i = 0; i < order.length; i++) {
      weights[i] = counts[order[i]];
    }
    int[] depths = depths(weights);
    int[] lengths = new int[LONGEST];
    for (int i = 0; i < order.length; i++) {
      lengths[depths[i] - 1]++;
    }
    return new Table(lengths, order);
  }

  /**
   * The lengths of the codes for weights that do not grow, of which the last is the longest: by
   * package-merge (Larmore and Hirschberg, 1990), the shortest of at most 16 bits.
   */
  private static int[] depths(long[] weights) {
    int count = weights.length;
    int[] depths = new int[count];
    List<Chosen> level = List.of();
    for (int bits = 0; bits < LONGEST; bits++) {
      List<Chosen> merged = new ArrayList<>();
      for (int symbol = 0; symbol < count; symbol++) {
        merged.add(new Chosen(weights[symbol], List.of(), symbol));
      }
      for (int i = 0; i + 1 < level.size(); i += 2) {
        Chosen one = level.get(i);
        Chosen other = level.get(i + 1);
        merged.add(new Chosen(one.weight + other.weight, List.of(one, other), count));
      }
      merged.sort(Comparator.comparingLong(Chosen::weight).thenComparing(c -> -c.symbol));
      level = merged;
    }
    level.subList(0, 2 * count - 2).forEach(chosen -> chosen.deepen(depths));
    return depths;
  }

  /** A symbol, or two things of the level below. */
  private record Chosen(long weight, List<Chosen> parts, int symbol) {
    void deepen(int[] depths) {
      if (parts.isEmpty()) {
        depths[symbol]++;
      }
      parts.forEach(part -> part.deepen(depths));
    }
  }
}
