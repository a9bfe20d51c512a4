package dev.nameplate.text.glyph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ibm.icu.util.ULocale;
import dev.nameplate.support.Fonts;
import dev.nameplate.text.Outlines;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.text.shape.Shaper;
import dev.nameplate.text.unicode.BidiText;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Digits stand in columns, and all else stands as the font says. */
final class TabularDigitsTest {
  private static final FontLibrary FONTS = Fonts.shipped();

  @ParameterizedTest
  @ValueSource(strings = {"Inter", "Source Serif 4", "Noto Sans", "Noto Sans CJK JP"})
  void everyDigit_isAsWide_whateverStandsBesideIt(String font) {
    for (String pattern : new String[] {"0", "T0", "0:0", "AV 00:00:00", "T0,0 %", "0/0"}) {
      assertThat(
              IntStream.rangeClosed('0', '9')
                  .mapToDouble(digit -> width(font, pattern.replace('0', (char) digit), true))
                  .boxed())
          .as(pattern)
          .allSatisfy(
              width -> assertThat(width).isCloseTo(width(font, pattern, true), within(1e-6)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Inter, AVATAR",
    "Source Serif 4, AVATAR Tofu",
    "Inter, TyLY",
    "Inter, 1⁄2",
    "Source Serif 4, Te fi 3⁄4"
  })
  void lettersAndFractions_standAsInOtherText(String font, String text) {
    assertThat(width(font, text, true)).isCloseTo(width(font, text, false), within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"Inter, 1", "Inter, 11:11", "Source Serif 4, 1"})
  void digits_areTheFontsOwn_whereItHasThem(String font, String text) {
    assertThat(Outlines.written(glyphs(font, text, true).outline()))
        .isNotEqualTo(Outlines.written(glyphs(font, text, false).outline()));
    assertThat(glyphs(font, text, true).outline().getBounds2D().getWidth())
        .isGreaterThan(glyphs(font, text, false).outline().getBounds2D().getWidth());
  }

  private static double width(String font, String text, boolean tabular) {
    return glyphs(font, text, tabular).advance();
  }

  private static ShapedText glyphs(String font, String text, boolean tabular) {
    return new Shaper(FONTS.selector(font, 400, ULocale.ENGLISH), 0, tabular)
        .shape(BidiText.of(text, false));
  }
}
