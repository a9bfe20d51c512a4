package dev.nameplate.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SizeTest {
  @ParameterizedTest
  @CsvSource({"600,200,200,1200,400", "3,5,150,5,8", "1,1,1,1,1", "10,20,33,3,7", "7,7,100,7,7"})
  void size_atScale_isRoundedAndAtLeastOne(
      int width, int height, int hundredths, int deviceWidth, int deviceHeight) {
    assertThat(new Size(width, height).at(new Scale(hundredths)))
        .isEqualTo(new Size(deviceWidth, deviceHeight));
  }

  @Test
  void area_ofTheLargestSize_doesNotOverflow() {
    assertThat(new Size(Integer.MAX_VALUE, Integer.MAX_VALUE).area())
        .isEqualTo((long) Integer.MAX_VALUE * Integer.MAX_VALUE);
  }

  @Test
  void box_ofSize_beginsAtTheOrigin() {
    assertThat(new Size(3, 4).box()).isEqualTo(new Box(0, 0, 3, 4));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,0", "-1,5"})
  void size_belowOne_refused(int width, int height) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Size(width, height));
  }
}
