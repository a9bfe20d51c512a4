package dev.nameplate.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScaleTest {
  @ParameterizedTest
  @CsvSource({"2,200", "1.5,150", "2.00,200", "0.25,25", "9.99,999", "0.01,1", "1.05,105"})
  void text_parsed_isHundredths(String text, int hundredths) {
    assertThat(Scale.parse(text)).contains(new Scale(hundredths));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "0.00", "10", "1.", ".5", "1.234", "-1", "+1", "1,5", " 2", "2x"})
  void otherText_parsed_isEmpty(String text) {
    assertThat(Scale.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"100,1", "200,2", "150,1.5", "105,1.05", "25,0.25", "1,0.01", "110,1.1", "999,9.99"})
  void label_isShortest_andParsesToTheScale(int hundredths, String label) {
    Scale scale = new Scale(hundredths);
    assertThat(scale.label()).isEqualTo(label);
    assertThat(Scale.parse(label)).contains(scale);
  }

  @Test
  void everyScale_labelParsed_isTheScale() {
    for (int hundredths = 1; hundredths <= 999; hundredths++) {
      Scale scale = new Scale(hundredths);
      assertThat(Scale.parse(scale.label())).contains(scale);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1000})
  void hundredths_outOfRange_refused(int hundredths) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Scale(hundredths));
  }

  @Test
  void factor_isHundredthsByHundred() {
    assertThat(Scale.ONE.factor()).isEqualTo(1);
    assertThat(Scale.TWO.factor()).isEqualTo(2);
    assertThat(new Scale(33).factor()).isEqualTo(0.33);
  }

  @Test
  void scales_sorted_fromSmallToLarge() {
    Scale half = new Scale(50);
    assertThat(List.of(Scale.TWO, half, Scale.ONE).stream().sorted())
        .containsExactly(half, Scale.ONE, Scale.TWO);
  }
}
