package dev.nameplate.text.font;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.nameplate.support.Fonts;
import dev.nameplate.text.TextCase;
import dev.nameplate.text.glyph.ShapedText;
import dev.nameplate.text.unicode.BidiText;
import dev.nameplate.text.unicode.Clusters;
import dev.nameplate.text.unicode.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No tofu: what is drawn has glyphs, and what has none is known not to. */
final class CoverageTest {
  private static final Path NAMES = Path.of("app/src/test/resources/corpus/names.json");
  private static final FontLibrary FONTS = Fonts.shipped();
  private static final Face.Shaping PLAIN = Face.Shaping.PLAIN;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "𒀀𒁀",
        "\ue000",
        "a\ue001b",
        "\u0378",
        "\ud800",
        "🇽🇽",
        "a\uffff",
        "\udb40\udd00\ue000"
      })
  void clusterThatNoFontHas_isNotDrawable(String text) {
    assertThat(FONTS.drawable(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "𝖒𝖎𝖈𝖍𝖆𝖊𝖑, michael",
    "𝓜𝓪𝓻𝓲𝓪 🎉, Maria 🎉",
    "Ｍａｒｉａ, Ｍａｒｉａ",
    "½ 𝐁, ½ B",
    "👨‍👩‍👧‍👦🇩🇪1️⃣👍🏽, 👨‍👩‍👧‍👦🇩🇪1️⃣👍🏽",
    "❤︎ ☎, ❤︎ ☎"
  })
  void styledLetters_becomePlain_onlyWhereTheFontsLackThem(String text, String drawn) {
    assertThat(FONTS.drawable(text)).contains(drawn);
  }

  @Test
  void everyLetterOfEveryName_hasAGlyph_inAnyStyle() throws IOException {
    String all = Files.readString(NAMES) + texts();
    for (String family : new String[] {"Inter", "Source Serif 4"}) {
      for (int weight : new int[] {400, 700}) {
        checkGlyphs(FONTS.selector(family, weight, ULocale.ENGLISH), all);
      }
    }
  }

  private static String texts() {
    return String.join(" ", TextCase.all().stream().map(TextCase::text).toList());
  }

  private static void checkGlyphs(FontSelector faces, String text) {
    BreakIterator clusters = Clusters.of(text);
    int start = 0;
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      String cluster = text.substring(start, end);
      start = end;
      if (cluster.isBlank() || Clusters.isSilent(cluster) || BidiText.isMark(cluster.charAt(0))) {
        continue;
      }
      Face face = faces.choose(cluster, Scripts.of(cluster, Scripts.NONE)).orElseThrow().face();
      ShapedText shapedText = face.shape(cluster, PLAIN);
      if (face instanceof OutlineFace) {
        ShapedText tofu = face.shape("\ue123", PLAIN);
        assertThat(shapedText.outline().getBounds2D())
            .as("%s in weight %s", cluster, face.weight())
            .isNotEqualTo(tofu.outline().getBounds2D());
        assertThat(shapedText.outline().getBounds2D().isEmpty()).as(cluster).isFalse();
      } else {
        assertThat(shapedText.images()).as(cluster).isNotEmpty();
      }
    }
  }
}
