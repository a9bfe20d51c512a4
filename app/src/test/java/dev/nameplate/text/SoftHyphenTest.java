package dev.nameplate.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import dev.nameplate.support.Fonts;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.text.font.FontSelector;
import dev.nameplate.text.shape.Shaper;
import dev.nameplate.text.unicode.BidiText;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A word divided at a soft hyphen shows the reader's hyphen, and only there. */
final class SoftHyphenTest {
  private static final FontLibrary FONTS = Fonts.shipped();
  private static final String SHIP = "Donau\u00addampf\u00adschifffahrts\u00adgesell\u00adschaft";

  @Test
  void dividedWord_endsInAHyphen_thatHasItsWidth() {
    Shaper shaper = shaper(Locale.GERMAN);
    BidiText text = BidiText.of(SHIP, false);
    Paragraph paragraph = Paragraph.of(text, shaper, Locale.GERMAN);
    double width = shaper.advance(BidiText.of("Donaudampf‐", false)) + 0.01;
    List<BidiText> lines = paragraph.fill(width).orElseThrow();
    assertThat(lines).hasSizeGreaterThan(2);
    assertThat(lines.get(0).text()).isEqualTo("Donau\u00addampf\u00ad");
    assertThat(outline(shaper, lines.get(0).text())).isEqualTo(outline(shaper, "Donaudampf‐"));
    String last = lines.get(lines.size() - 1).text();
    assertThat(outline(shaper, last)).isEqualTo(outline(shaper, last.replace("\u00ad", "")));
    for (BidiText line : lines) {
      assertThat(shaper.advance(line)).isLessThanOrEqualTo(width * 1.000001);
    }
  }

  @Test
  void wordOnOneLine_showsNone() {
    Shaper shaper = shaper(Locale.GERMAN);
    Paragraph paragraph = Paragraph.of(BidiText.of(SHIP, false), shaper, Locale.GERMAN);
    String plain = SHIP.replace("\u00ad", "");
    assertThat(paragraph.narrowest(1))
        .isCloseTo(
            shaper.advance(BidiText.of(plain, false)), org.assertj.core.data.Offset.offset(0.03));
    assertThat(outline(shaper, SHIP)).isEqualTo(outline(shaper, plain));
  }

  @ParameterizedTest
  @CsvSource({"de, ‐", "en, ‐", "hy, ֊", "ru, ‐"})
  void hyphen_isTheLocales(String locale, String hyphen) {
    FontSelector faces = FONTS.selector("Inter", 400, ULocale.forLanguageTag(locale));
    assertThat(Character.toString(faces.hyphen())).isEqualTo(hyphen);
  }

  @Test
  void softHyphenAtTheEnd_showsNothing() {
    BidiText text = BidiText.of("Maria\u00ad", false);
    Shaper shaper = shaper(Locale.ENGLISH);
    Paragraph paragraph = Paragraph.of(text, shaper, Locale.ENGLISH);
    assertThat(paragraph.line(0, paragraph.pieces()).text()).isEqualTo("Maria");
  }

  private static Shaper shaper(Locale locale) {
    return new Shaper(FONTS.selector("Inter", 400, ULocale.forLocale(locale)), 0, false);
  }

  private static String outline(Shaper shaper, String text) {
    return Outlines.written(shaper.shape(BidiText.of(text, false)).outline());
  }
}
