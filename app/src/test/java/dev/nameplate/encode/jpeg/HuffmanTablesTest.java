package dev.nameplate.encode.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HuffmanTablesTest {
  /** T.81, annex C: codes of at most 16 bits, none of which has nothing but ones. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 20, 40})
  void tables_ofAnySkew_areComplete(int skew) {
    SymbolCounts counts = new SymbolCounts(HuffmanTables.STANDARD);
    Random random = new Random(skew);
    for (int symbol = 0; symbol < SymbolCounts.SYMBOLS; symbol++) {
      counts.ac(0)[symbol] = (long) Math.pow(1.3, random.nextInt(skew + 1));
    }
    for (HuffmanTables.Table table : HuffmanTables.of(counts).tables()) {
      double taken = 0;
      for (int length = 1; length <= 16; length++) {
        taken += table.lengths()[length - 1] / (double) (1 << length);
      }
      assertThat(taken).isLessThan(1).isGreaterThan(0.9);
      assertThat(Arrays.stream(table.lengths()).sum()).isEqualTo(table.values().length);
      assertThat(table.values().length).isIn(12, 162);
      assertThat(IntStream.of(table.values()).distinct().count()).isEqualTo(table.values().length);
    }
  }

  @Test
  void symbolThatIsFrequent_hasAShortCode() {
    SymbolCounts counts = new SymbolCounts(HuffmanTables.STANDARD);
    counts.ac(0)[0x31] = 1_000_000;
    HuffmanTables.Table table = HuffmanTables.of(counts).tables().get(1);
    assertThat(table.values()[0]).isEqualTo(0x31);
    assertThat(table.lengths()[0]).isEqualTo(1);
  }
}
