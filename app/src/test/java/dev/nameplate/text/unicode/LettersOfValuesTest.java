package dev.nameplate.text.unicode;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import dev.nameplate.support.Fonts;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.shape.Shaper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of signs, marks and styled letters that the fonts have only in part. */
final class LettersOfValuesTest {
  private static final FontLibrary FONTS = Fonts.shipped();

  @ParameterizedTest
  @CsvSource({
    "Maria \ud83e\udeeb, 'Maria '",
    "Anna 🇺, 'Anna '",
    "Hi 🇿🇿, 'Hi '",
    "Hi 🇽🇽!, 'Hi !'",
    "100 ⃀, '100 '",
    "'100 \u20c1', '100 '",
    "\ud83e\udeeb Ana 🎉, ' Ana 🎉'",
    "a 🏻, 'a'"
  })
  void signWithoutGlyph_isLeftOut(String text, String drawn) {
    assertThat(FONTS.drawable(text)).contains(drawn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\ud83e\udeeb", "🇺", "🇿🇿 🇽🇽", "𒀀 Maria", "Maria 𞤀𒀀", "𐎀", "a\ue001b"})
  void letterWithoutGlyph_orNothingElse_isUndrawable(String text) {
    assertThat(FONTS.drawable(text)).isEmpty();
  }

  /** Emoji 16, and Emoji 17, whose code points are newer than the tables of Unicode. */
  @ParameterizedTest
  @ValueSource(strings = {"🫩", "🪾", "🇨🇶", "\ud83e\udeea", "\ud83e\udecd", "\ud83d\uded8"})
  void newPictograph_isDrawnInColor(String emoji) {
    assertThat(FONTS.drawable("Maria " + emoji)).contains("Maria " + emoji);
    Shaper shaper = new Shaper(FONTS.selector("Inter", 400, ULocale.ENGLISH), 0, false);
    assertThat(shaper.shape(BidiText.of(emoji, false)).images()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"علی ؓ", "ก ้", "א ָ", "Maria ้", "প ্", "🇩🇪 🇹🇷 🇧🇶 🇨🇵"})
  void markOnASpace_isDrawnByTheFontOfItsScript(String text) {
    assertThat(FONTS.drawable(text)).contains(text);
    Shaper shaper = new Shaper(FONTS.selector("Inter", 400, ULocale.ENGLISH), 0, false);
    ShapedText with = shaper.shape(BidiText.of(text, false));
    ShapedText without = shaper.shape(BidiText.of(text.substring(0, 1), false));
    assertThat(with).isNotEqualTo(without);
  }

  @ParameterizedTest
  @CsvSource({
    "ℳ𝒶𝓇𝒾𝒶, Maria",
    "ℋℯ𝓁ℯ𝓃, Helen",
    "𝔐𝔞𝔯ℑ𝔞 ℭ, MarIa C",
    "ℕ𝕠 ℝ𝕒, No Ra",
    "ℝ and ℂ, ℝ and ℂ",
    "№ 5 ™ ℃ 𝐁, № 5 ™ ℃ B"
  })
  void styledWord_isPlainAsAWhole_orNotAtAll(String text, String drawn) {
    assertThat(FONTS.drawable(text)).contains(drawn);
  }

  @ParameterizedTest
  @CsvSource({"ﾔﾏﾀﾞ 直", "ヤマダ 直", "やまだ 直", "ㇰ 直"})
  void kanaOfAnyKind_makesIdeographsJapanese(String text) {
    assertThat(Scripts.hanLocale(text, ULocale.ENGLISH)).isEqualTo(ULocale.JAPANESE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Maria 直", "직 直", "「直」"})
  void otherLetters_doNot(String text) {
    assertThat(Scripts.hanLocale(text, ULocale.ENGLISH)).isNotEqualTo(ULocale.JAPANESE);
  }

  @ParameterizedTest
  @CsvSource({"\\u00ad", "\\u200b", "\\u2060", "\\u200d", "\\ufeff"})
  void characterThatShowsNothing_leavesNoInkAndNoSpace(String escaped) {
    String unseen = Character.toString(Integer.parseInt(escaped.substring(2), 16));
    for (String font : new String[] {"Inter", "Source Serif 4"}) {
      for (String text : new String[] {"ab", "កខ", "ab กข", "مح"}) {
        Shaper shaper = new Shaper(FONTS.selector(font, 400, ULocale.ENGLISH), 0.1, false);
        ShapedText plain = shaper.shape(BidiText.of(text, false));
        ShapedText with =
            shaper.shape(BidiText.of(text.charAt(0) + unseen + text.substring(1), false));
        if (!text.equals("مح")) {
          assertThat(with.advance())
              .as(text)
              .isCloseTo(plain.advance(), org.assertj.core.data.Offset.offset(0.06));
          assertThat(with.outline().getBounds2D().getWidth())
              .isCloseTo(
                  plain.outline().getBounds2D().getWidth(),
                  org.assertj.core.data.Offset.offset(0.06));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"Inter", "Source Serif 4"})
  void narrowSpace_isNarrower(String font) {
    Shaper shaper = new Shaper(FONTS.selector(font, 400, ULocale.FRENCH), 0, false);
    double narrow = shaper.advance(BidiText.of("1\u202f000", false));
    double whole = shaper.advance(BidiText.of("1\u00a0000", false));
    assertThat(whole).isEqualTo(shaper.advance(BidiText.of("1 000", false)));
    assertThat(narrow).isLessThan(whole - 0.02);
  }
}
