package dev.nameplate.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ibm.icu.util.ULocale;
import dev.nameplate.support.Fonts;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.shape.Shaper;
import dev.nameplate.text.unicode.BidiText;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fullwidth marks are trimmed to half their width side by side and at the end of a line. */
final class PunctuationTest {
  private static final FontLibrary FONTS = Fonts.shipped();

  @ParameterizedTest
  @CsvSource({
    "ja, 」「, 0.5, 0",
    "ja, 」、, 0.5, 0.5",
    "ja, 「『, 0.5, 0",
    "ja, 。, 0, 0.5",
    "zh-Hans, 」，《, 1, 0",
    "zh-Hans, ，, 0, 0.5",
    "zh-Hant, 」「, 0.5, 0",
    "zh-Hant, ，, 0, 0",
    "en, 」「, 0, 0"
  })
  void marks_areHalfAsWide(String locale, String marks, double within, double end) {
    assertThat(squares(locale, "国" + marks + "国"))
        .isCloseTo(2 + marks.length() - within, within(1e-3));
    assertThat(squares(locale, "国" + marks))
        .isCloseTo(1 + marks.length() - within - end, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"ja, 国国「国国」、「国国」。国国国国。", "zh, 《国国》，《国国》。国国，国国。"})
  void lines_areAsWideAsTheyWereMeasured(String locale, String text) {
    Shaper shaper = shaper(locale);
    Locale rules = Locale.forLanguageTag(locale);
    Paragraph paragraph = Paragraph.of(BidiText.of(text, false), shaper, rules);
    for (double width = 2; width < 12; width += 0.25) {
      List<BidiText> lines = paragraph.fill(width).orElse(List.of());
      for (BidiText line : lines) {
        assertThat(shaper.advance(line)).isLessThanOrEqualTo(width + 1e-6);
        assertThat(shaper.shape(line).advance()).isCloseTo(shaper.advance(line), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"ja, 国」「国", "zh-Hans, 国，《国"})
  void ink_staysApart(String locale, String text) {
    ShapedText shapedText = shaper(locale).shape(BidiText.of(text, false));
    assertThat(shapedText.outline().getBounds2D().getMaxX()).isLessThan(shapedText.advance());
    assertThat(shapedText.outline().getBounds2D().getMinX()).isPositive();
  }

  private static double squares(String locale, String text) {
    return shaper(locale).advance(BidiText.of(text, false))
        / shaper(locale).advance(BidiText.of("国", false));
  }

  private static Shaper shaper(String locale) {
    return new Shaper(FONTS.selector("Inter", 400, ULocale.forLanguageTag(locale)), 0, false);
  }
}
