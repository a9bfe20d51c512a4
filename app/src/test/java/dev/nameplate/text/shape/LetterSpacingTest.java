package dev.nameplate.text.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ibm.icu.util.ULocale;
import dev.nameplate.support.Fonts;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.text.font.FontSelector;
import dev.nameplate.text.unicode.BidiText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same space follows every cluster but the last, whatever marks it has. */
final class LetterSpacingTest {
  private static final FontLibrary FONTS = Fonts.shipped();

  @ParameterizedTest
  @CsvSource({
    "en, Maria, 4",
    "yo, Ọ̀ṣun, 3",
    "yo, Ẹ̀gbọ́n, 4",
    "lt, ą́žẽ, 2",
    "th, ผู้ที่นี่, 2",
    "lo, ຜູ້ທີ່, 1",
    "km, ចំការ, 2",
    "my, ကိုကို, 1",
    "si, සිංහල, 2",
    "te, తెలుగు, 2",
    "he, שָׁלוֹם, 3",
    "ta, தமிழ், 2"
  })
  void spacing_isTheSame_afterEveryCluster(String locale, String text, int gaps) {
    double apart = width(locale, text, 0.1) - width(locale, text, 1e-9);
    assertThat(apart).isCloseTo(0.1 * gaps, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"ar, محمد", "hi, शिल्पा"})
  void joinedLetters_stayTogether(String locale, String text) {
    assertThat(width(locale, text, 0.1)).isCloseTo(width(locale, text, 0), within(1e-6));
  }

  private static double width(String locale, String text, double spacing) {
    FontSelector faces = FONTS.selector("Inter", 400, ULocale.forLanguageTag(locale));
    return new Shaper(faces, spacing, false).shape(BidiText.of(text, false)).advance();
  }
}
