package dev.nameplate.encode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StripsTest {
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "15, 1, 15", "16, 1, 16", "17, 2, 1", "628, 40, 4", "640, 40, 16"})
  void height_cut_lastStripTakesTheRest(int height, int count, int rowsOfLast) {
    Strips strips = new Strips(height);
    assertThat(strips.count()).isEqualTo(count);
    assertThat(strips.rows(count - 1)).isEqualTo(rowsOfLast);
    assertThat(strips.all().cardinality()).isEqualTo(count);
  }
}
