package dev.nameplate.text.font;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import dev.nameplate.text.Outlines;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.shape.Shaper;
import dev.nameplate.text.unicode.BidiText;
import java.awt.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters have the forms that readers of the template's locale expect. */
final class LanguageFormsTest {
  private static final Path FOLDER = Path.of("fonts");
  private static final FontLibrary FONTS = FontLibrary.load(FOLDER);

  /** A text that each language writes otherwise, by the tag of its language system. */
  private static final Map<String, String> SAMPLES =
      Map.ofEntries(
          Map.entry("TRK", "tr fi"),
          Map.entry("AZE", "az fi"),
          Map.entry("CRT", "crh fi"),
          Map.entry("ROM", "ro ţ"),
          Map.entry("MOL", "ro-MD ţ"),
          Map.entry("CAT", "ca l·l"),
          Map.entry("MAR", "mr ल"),
          Map.entry("NEP", "ne झ"),
          Map.entry("URD", "ur ۴"),
          Map.entry("BGR", "bg д"),
          Map.entry("SRB", "sr б"),
          Map.entry("MKD", "mk б"),
          Map.entry("MAH", "mh ļ"),
          Map.entry("NAV", "nv ą"),
          Map.entry("KSW", "ksw ကွ"),
          Map.entry("MON", "mnw ကာံ"));

  /**
   * Phonetic notation, Kawi and the three styles of Syriac are no languages of templates; Syriac,
   * Dutch and Malayalam have systems without forms of their own.
   */
  private static final Set<String> NOT_NEEDED =
      Set.of("APPH", "IPPH", "KAW", "MAL", "NLD", "SYR", "SYRE", "SYRJ", "SYRN");

  @ParameterizedTest
  @CsvSource({
    "tr, Source Serif 4, Refik",
    "az, Source Serif 4, Rəfiqə fişəng",
    "ro, Inter, Anuşca",
    "ro, Inter, ţ",
    "ro-MD, Inter, Ştefan",
    "ca, Inter, Paral·lel",
    "ca, Inter, COL·LEGI",
    "mr, Inter, शिल्पा लता",
    "ne, Inter, झा ५८९",
    "ur, Inter, ۴۷۶",
    "ur, Inter, علی ۴",
    "bg, Source Serif 4, Димитър Живка",
    "sr, Source Serif 4, Бобан",
    "mk, Source Serif 4, Бобан"
  })
  void lettersOfALanguage_haveItsForms(String locale, String font, String text) {
    assertThat(same(shape(locale, font, text), shape("en", font, text))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "en, Source Serif 4, Refik",
    "de, Inter, Anuşca",
    "tr, Inter, Anuşca",
    "hi, Inter, शिल्पा लता",
    "fa, Inter, ۴۷۶",
    "ru, Source Serif 4, Димитър",
    "sr-Latn, Source Serif 4, Refik",
    "ja, Inter, Maria"
  })
  void lettersOfOtherLanguages_haveTheFontsOwn(String locale, String font, String text) {
    assertThat(same(shape(locale, font, text), shape("", font, text))).isTrue();
  }

  @Test
  void turkish_keepsTheDot_whereTheSerifWouldJoin() {
    double apart = width("tr", "Source Serif 4", "f") + width("tr", "Source Serif 4", "i");
    assertThat(width("tr", "Source Serif 4", "fi")).isGreaterThan(0.9 * apart);
    assertThat(ink("tr", "Source Serif 4", "fi")).isNotEqualTo(ink("tr", "Source Serif 4", "fı"));
  }

  @Test
  void catalanDot_isClosedUp() {
    assertThat(width("ca", "Inter", "Paral·lel"))
        .isLessThan(0.97 * width("en", "Inter", "Paral·lel"));
  }

  @Test
  void turkishWithKana_keepsTurkishForms() {
    FontLibrary.Wanted wanted =
        new FontLibrary.Wanted("Source Serif 4", 400, ULocale.JAPANESE, new ULocale("tr"));
    Shaper shaper = new Shaper(FONTS.selector(wanted), 0, false);
    assertThat(
            same(
                shaper.shape(BidiText.of("Refik", false)).outline(),
                shape("tr", "Source Serif 4", "Refik")))
        .isTrue();
  }

  /** Each language system of each font is applied, or is listed as not needed. */
  @Test
  void everyLanguageOfEveryFont_isApplied() throws IOException {
    Set<String> missed = new TreeSet<>();
    for (FontIndex.FamilyEntry family : FontIndex.read(FOLDER).families()) {
      for (FontIndex.FaceEntry face : family.faces()) {
        if (!face.file().endsWith(".ttc")) {
          check(family.name(), face, missed);
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  private static void check(String family, FontIndex.FaceEntry face, Set<String> missed)
      throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(face.file()));
    for (String language : LayoutTables.of(bytes).offer().languages()) {
      if (NOT_NEEDED.contains(language)) {
        continue;
      }
      String sample = SAMPLES.get(language);
      if (sample == null || !differs(family, face.weight(), sample.split(" ", 2))) {
        missed.add(language + " of " + face.file());
      }
    }
  }

  private static boolean differs(String family, int weight, String[] sample) {
    return !same(
        FONTS
            .selector(family, weight, ULocale.forLanguageTag(sample[0]))
            .primary()
            .shape(sample[1], Face.Shaping.PLAIN)
            .outline(),
        FONTS
            .selector(family, weight, ULocale.ENGLISH)
            .primary()
            .shape(sample[1], Face.Shaping.PLAIN)
            .outline());
  }

  /** The default of each font in a collection is that of its own region. */
  @Test
  void fontsOfACollection_haveTheirRegionsForms() {
    assertThat(
            Stream.of("ja", "ko", "zh-Hans", "zh-Hant", "zh-HK")
                .map(locale -> shape(locale, "Inter", "直骨誤").getBounds2D())
                .distinct())
        .hasSizeGreaterThan(3);
  }

  /** A language that Chinese stands for has the forms of its region and script. */
  @ParameterizedTest
  @CsvSource({
    "yue, zh-HK, 星期五",
    "yue-Hant-CN, zh-HK, 星期五亞齊文",
    "yue-Hans, zh-Hans, 直骨誤",
    "yue-Hant-TW, zh-TW, 直骨誤",
    "nan-Hant-TW, zh-TW, 直骨誤",
    "wuu-Hans-CN, zh-CN, 直骨誤",
    "hak-Hant-TW, zh-TW, 直骨誤",
    "zh-MO, zh-HK, 直骨誤",
    "zh-Hans-HK, zh-Hans, 直骨誤",
    "zh-Hans-MO, zh-Hans, 直骨誤",
    "zh-Hant-CN, zh-Hant, 直骨誤"
  })
  void languagesOfChinese_haveItsForms(String locale, String chinese, String text) {
    assertThat(same(shape(locale, "Inter", text), shape(chinese, "Inter", text))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"yue, zh-Hans, 星期五", "yue-Hant-TW, zh-HK, 直骨誤", "nan-Hant-TW, ja, 直骨誤"})
  void languagesOfChinese_haveNoOthersForms(String locale, String other, String text) {
    assertThat(same(shape(locale, "Inter", text), shape(other, "Inter", text))).isFalse();
  }

  private static Shape shape(String locale, String font, String text) {
    return glyphs(locale, font, text).outline();
  }

  private static double width(String locale, String font, String text) {
    return glyphs(locale, font, text).advance();
  }

  private static Object ink(String locale, String font, String text) {
    return shape(locale, font, text).getBounds2D();
  }

  private static ShapedText glyphs(String locale, String font, String text) {
    FontSelector faces = FONTS.selector(font, 400, ULocale.forLanguageTag(locale));
    return new Shaper(faces, 0, false).shape(BidiText.of(text, false));
  }

  private static boolean same(Shape one, Shape other) {
    return Outlines.written(one).equals(Outlines.written(other));
  }
}
