package dev.nameplate.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AlignmentTest {
  @ParameterizedTest
  @CsvSource({"START,0", "CENTER,35", "END,70"})
  void item_inALongerLine_hasItsOffset(Alignment alignment, double offset) {
    assertThat(alignment.offset(100, 30)).isEqualTo(offset);
  }

  @ParameterizedTest
  @CsvSource({"START,0", "CENTER,-10", "END,-20"})
  void item_longerThanItsLine_sticksOutAtTheOtherSide(Alignment alignment, double offset) {
    assertThat(alignment.offset(100, 120)).isEqualTo(offset);
  }

  @Test
  void alignment_resolvedForRightToLeft_swapsStartAndEnd() {
    assertThat(Alignment.START.resolve(true)).isEqualTo(Alignment.END);
    assertThat(Alignment.END.resolve(true)).isEqualTo(Alignment.START);
    assertThat(Alignment.CENTER.resolve(true)).isEqualTo(Alignment.CENTER);
  }

  @ParameterizedTest
  @EnumSource(Alignment.class)
  void alignment_resolvedForLeftToRight_isItself(Alignment alignment) {
    assertThat(alignment.resolve(false)).isEqualTo(alignment);
  }

  @ParameterizedTest
  @CsvSource({"-0.01,0", "0,1.01", "NaN,0"})
  void position_outsideZeroToOne_refused(double x, double y) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Position(x, y));
  }
}
