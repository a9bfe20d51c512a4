package dev.nameplate.text.font;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import dev.nameplate.support.Fonts;
import dev.nameplate.text.unicode.Scripts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signs that are as wide as ideographs beside them, and narrow in other fonts (UAX 11). */
final class EastAsianSignsTest {
  private static final FontLibrary FONTS = Fonts.shipped();

  /** A reference mark, a circle, a square, a star, a circled number: Source Serif 4 lacks them. */
  private static final List<String> SIGNS = List.of("※", "●", "■", "★", "①");

  @ParameterizedTest
  @ValueSource(strings = {"ja", "ko", "zh", "zh-Hant", "yue", "ii"})
  void sign_ofAnEastAsianLocale_isAsWideAsAnIdeograph(String locale) {
    FontSelector fonts = FONTS.selector("Source Serif 4", 400, ULocale.forLanguageTag(locale));
    assertThat(SIGNS)
        .filteredOn(sign -> !fonts.primary().covers(sign))
        .hasSizeGreaterThan(2)
        .allSatisfy(sign -> assertThat(width(fonts, sign)).as(sign).isEqualTo(width(fonts, "国")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "el", "ar"})
  void sign_ofAnotherLocale_isNarrow(String locale) {
    FontSelector fonts = FONTS.selector("Source Serif 4", 400, ULocale.forLanguageTag(locale));
    assertThat(width(fonts, "※")).isLessThan(width(fonts, "国"));
  }

  private static double width(FontSelector fonts, String text) {
    FontSelector.Choice choice = fonts.choose(text, Scripts.of(text, Scripts.NONE)).orElseThrow();
    return choice.face().shape(text, Face.Shaping.PLAIN).advance() * choice.scale();
  }
}
