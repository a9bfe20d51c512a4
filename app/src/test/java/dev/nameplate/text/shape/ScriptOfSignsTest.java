package dev.nameplate.text.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import dev.nameplate.support.Fonts;
import dev.nameplate.text.Outlines;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.text.unicode.BidiText;
import dev.nameplate.text.unicode.Scripts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Punctuation that several scripts share is drawn by the font of the letters around it. */
final class ScriptOfSignsTest {
  private static final FontLibrary FONTS = Fonts.shipped();

  @ParameterizedTest
  @CsvSource({"syr, ܒ, ،", "syr, ܒ, ؛", "nqo, ߊ, ،", "dv, ހ, ،", "rhg-Rohg, 𐴌, ،", "ar, ب, ،"})
  void signBetweenNumbers_belongsToTheLettersBefore(String locale, String letter, String sign) {
    double between =
        width(locale, letter + " 1" + sign + " 2", true) - width(locale, letter + " 1 2", true);
    double beside =
        width(locale, letter + " " + sign + letter, true)
            - width(locale, letter + " " + letter, true);
    assertThat(between).isCloseTo(beside, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"！", "＆", "（", "，", "￥"})
  void fullwidthForm_alone_isTheLocales(String sign) {
    assertThat(Scripts.of(sign, Scripts.NONE)).isEqualTo(UScript.HAN);
    assertThat(Scripts.of(sign, UScript.LATIN)).isEqualTo(UScript.HAN);
    assertThat(Scripts.of(sign, UScript.HANGUL)).isEqualTo(UScript.HANGUL);
    assertThat(Scripts.of(sign, UScript.KATAKANA)).isEqualTo(UScript.KATAKANA);
  }

  @ParameterizedTest
  @CsvSource({"!", "&", "(", "½", "€"})
  void narrowForm_belongsToTheLettersBefore(String sign) {
    assertThat(Scripts.of(sign, UScript.LATIN)).isEqualTo(UScript.LATIN);
    assertThat(Scripts.of(sign, UScript.HAN)).isEqualTo(UScript.HAN);
  }

  @ParameterizedTest
  @CsvSource({"ko, zh-Hans, ！", "zh-Hant, zh-Hans, ！", "ko, zh-Hans, ？"})
  void fullwidthForm_isPlacedAsInTheLocale(String locale, String other, String sign) {
    assertThat(Outlines.written(shaper(locale).shape(BidiText.of(sign, false)).outline()))
        .isNotEqualTo(Outlines.written(shaper(other).shape(BidiText.of(sign, false)).outline()));
  }

  private static double width(String locale, String text, boolean rightToLeft) {
    return shaper(locale).advance(BidiText.of(text, rightToLeft));
  }

  private static Shaper shaper(String locale) {
    return new Shaper(FONTS.selector("Inter", 400, ULocale.forLanguageTag(locale)), 0, false);
  }
}
