package dev.nameplate.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.nameplate.support.Fonts;
import dev.nameplate.text.shape.Shaper;
import dev.nameplate.text.unicode.BidiText;
import dev.nameplate.text.unicode.Clusters;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines break where Unicode says, and never within a grapheme cluster. */
final class ParagraphTest {
  private static final Shaper SHAPER =
      new Shaper(Fonts.shipped().selector("Inter", 400, ULocale.ENGLISH), 0, false);

  @ParameterizedTest
  @CsvSource({
    "en, two words, two|words",
    "en, well-known and/or, well-|known|and/|or",
    "en, '3,50 € each', '3,50|€|each'",
    "th, ภาษาไทย, ภาษา|ไทย",
    "km, សូមស្វាគមន៍មកកាន់, សូមស្វាគមន៍|មកកាន់",
    "lo, ພາສາລາວ, ພາສາ|ລາວ",
    "my, မင်္ဂလာပါမိတ်ဆွေ, မင်္ဂလာ|ပါ|မိတ်ဆွေ",
    "zh, 你好，世界。, 你|好，|世|界。",
    "ja, 「ちょっと」, 「ちょっ|と」",
    "en, 👨‍👩‍👧‍👦🇩🇪1️⃣, 👨‍👩‍👧‍👦|🇩🇪|1️⃣"
  })
  void lines_mayBreak_whereUnicodeSays(String locale, String text, String pieces) {
    assertThat(pieces(text, Locale.forLanguageTag(locale))).isEqualTo(pieces);
  }

  static List<TextCase> cases() {
    return TextCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void clusters_areNeverBroken(TextCase text) {
    BidiText bidiText = BidiText.of(text.text(), false);
    BreakIterator clusters = Clusters.of(bidiText.text());
    Paragraph paragraph = Paragraph.of(bidiText, SHAPER, text.locale());
    for (int piece = 0; piece < paragraph.pieces(); piece++) {
      int end = paragraph.line(0, piece + 1).text().length();
      assertThat(clusters.isBoundary(end)).isTrue();
    }
  }

  @Test
  void widthOfALine_isThatOfItsGlyphs() {
    for (TextCase text : TextCase.all()) {
      BidiText bidiText = BidiText.of(text.text(), false);
      assertThat(SHAPER.advance(bidiText))
          .as(text.id())
          .isCloseTo(SHAPER.shape(bidiText).advance(), org.assertj.core.data.Offset.offset(1e-6));
    }
  }

  private static String pieces(String text, Locale locale) {
    Paragraph paragraph = Paragraph.of(BidiText.of(text, false), SHAPER, locale);
    StringBuilder pieces = new StringBuilder();
    for (int piece = 0; piece < paragraph.pieces(); piece++) {
      pieces.append(piece == 0 ? "" : "|").append(paragraph.line(piece, piece + 1).text());
    }
    return pieces.toString();
  }
}
