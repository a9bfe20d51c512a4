package dev.nameplate.encode.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HuffmanCodeTest {
  @ParameterizedTest
  @ValueSource(ints = {7, 9, 12, 15})
  void anyCounts_coded_makeAFullPrefixCodeOfBoundedLength(int longest) {
    Random random = new Random(longest);
    for (int round = 0; round < 300; round++) {
      int[] counts = counts(random, 2 + random.nextInt((1 << Math.min(longest, 8)) - 1));
      HuffmanCode huffmanCode = HuffmanCode.of(counts, longest);
      assertFull(huffmanCode, longest);
      assertPrefixFree(huffmanCode);
      for (int symbol = 0; symbol < counts.length; symbol++) {
        assertThat(huffmanCode.length(symbol) > 0).isEqualTo(counts[symbol] > 0);
      }
    }
  }

  /** Counts that grow as Fibonacci's numbers give the longest codes there are. */
  @Test
  void steepestCounts_coded_stayWithinTheLongest() {
    int[] counts = new int[45];
    counts[0] = 1;
    counts[1] = 1;
    for (int i = 2; i < counts.length; i++) {
      counts[i] = counts[i - 1] + counts[i - 2];
    }
    assertFull(HuffmanCode.of(counts, 15), 15);
    assertFull(HuffmanCode.of(counts, 7), 7);
  }

  @Test
  void moreFrequentSymbol_coded_isNeverLonger() {
    int[] counts = {1, 1, 2, 4, 8, 16, 32, 64};
    HuffmanCode huffmanCode = HuffmanCode.of(counts, 15);
    for (int i = 1; i < counts.length; i++) {
      assertThat(huffmanCode.length(i)).isLessThanOrEqualTo(huffmanCode.length(i - 1));
    }
  }

  @Test
  void onlySymbol_coded_hasOneBit() {
    assertThat(HuffmanCode.of(new int[] {0, 9, 0}, 15).length(1)).isEqualTo(1);
  }

  /** At least two symbols with a count, of any steepness. */
  private static int[] counts(Random random, int symbols) {
    int[] counts = new int[symbols];
    for (int i = 0; i < symbols; i++) {
      counts[i] = random.nextInt(3) == 0 ? 0 : 1 << random.nextInt(30);
    }
    counts[0] = 1;
    counts[symbols - 1] = 1;
    return counts;
  }

  /** Kraft's sum is one: no sequence of bits is without a meaning. */
  private static void assertFull(HuffmanCode huffmanCode, int longest) {
    long sum = 0;
    for (int symbol = 0; symbol < huffmanCode.count(); symbol++) {
      assertThat(huffmanCode.length(symbol)).isBetween(0, longest);
      sum += huffmanCode.length(symbol) == 0 ? 0 : 1L << (longest - huffmanCode.length(symbol));
    }
    assertThat(sum).isEqualTo(1L << longest);
  }

  private static void assertPrefixFree(HuffmanCode huffmanCode) {
    Set<String> all = new HashSet<>();
    for (int symbol = 0; symbol < huffmanCode.count(); symbol++) {
      if (huffmanCode.length(symbol) > 0) {
        assertThat(all.add(written(huffmanCode, symbol))).isTrue();
      }
    }
    for (String code : all) {
      for (int length = 1; length < code.length(); length++) {
        assertThat(all.contains(code.substring(0, length))).as(code).isFalse();
      }
    }
  }

  /** A code's bits in the order in which they are written. */
  private static String written(HuffmanCode huffmanCode, int symbol) {
    StringBuilder bits = new StringBuilder();
    for (int i = 0; i < huffmanCode.length(symbol); i++) {
      bits.append(huffmanCode.packed(symbol) >>> i & 1);
    }
    return bits.toString();
  }
}
