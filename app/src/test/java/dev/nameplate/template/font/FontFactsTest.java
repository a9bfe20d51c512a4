package dev.nameplate.template.font;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.FontBytes;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.fault.TemplateFault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What font files say about themselves, and which of a template's files are its fonts. */
final class FontFactsTest {
  private static final long SEED = 23;

  private static final byte[] SERIF = FontBytes.serif("Acme Slab");
  private static final byte[] TEXT = "For Acme alone.".getBytes(StandardCharsets.UTF_8);

  @Test
  void font_saysItsFamilyAndWeight() {
    assertThat(FontFacts.of(SERIF)).isEqualTo(new FontFacts.Usable("Acme Slab", 400, ".ttf"));
    assertThat(FontFacts.of(FontBytes.shipped("inter/Inter_700Bold.ttf")))
        .isEqualTo(new FontFacts.Usable("Inter", 700, ".ttf"));
    assertThat(FontFacts.of(FontBytes.named(SERIF, " A\tB\u0000\u202eC\"{ ")))
        .isEqualTo(new FontFacts.Usable("A B C", 400, ".ttf"));
    for (Map.Entry<Integer, Integer> weight :
        Map.of(0, 100, 4, 400, 350, 400, 640, 600, 950, 900, 65535, 900).entrySet()) {
      assertThat(FontFacts.of(FontBytes.weighing(SERIF, weight.getKey())))
          .isEqualTo(new FontFacts.Usable("Acme Slab", weight.getValue(), ".ttf"));
    }
  }

  @Test
  void otherFiles_areUnusable_andSayWhatTheyAre() {
    assertThat(what("PNG?")).isEqualTo("no font by its content");
    assertThat(what("wOFF and all that follows")).contains("for the web");
    assertThat(what("wOF2 and all that follows")).contains("for the web");
    assertThat(what("ttcf and all that follows")).contains("collection");
    assertThat(((FontFacts.Unusable) FontFacts.of(new byte[FontFacts.MAX_BYTES + 1])).what())
        .contains("16777217 bytes");
    assertThat(FontFacts.of(FontBytes.shipped("noto-color-emoji/NotoColorEmoji.ttf")))
        .isEqualTo(new FontFacts.Unusable("a font without glyphs"));
    assertThat(FontFacts.of(FontBytes.named(SERIF, "x".repeat(61))))
        .isEqualTo(new FontFacts.Unusable("a font without the name of a family"));
  }

  private static String what(String content) {
    byte[] file = content.getBytes(StandardCharsets.ISO_8859_1);
    return ((FontFacts.Unusable) FontFacts.of(file)).what();
  }

  /** Whatever a file holds, the answer is one of the two. */
  @Test
  void brokenFile_isNeverAnException() {
    for (int length = 0; length < 3000; length++) {
      assertThat(FontFacts.of(Arrays.copyOf(SERIF, length))).as("%d bytes", length).isNotNull();
    }
    Random random = new Random(SEED);
    int head = 12 + 16 * 20;
    for (int round = 0; round < 3000; round++) {
      byte[] file = SERIF.clone();
      for (int change = 0; change < 4; change++) {
        file[random.nextInt(head)] = (byte) random.nextInt();
      }
      assertThat(FontFacts.of(file)).as("round %d", round).isNotNull();
    }
  }

  @Test
  void folder_hasFontsWithLicenses_andEveryOtherFontIsAFault() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("assets/a.png", TEXT);
    files.put("fonts/a.ttf", SERIF);
    files.put("fonts/a.txt", TEXT);
    files.put("fonts/again.ttf", SERIF);
    files.put("fonts/again.txt", TEXT);
    files.put("fonts/bad.OTF", TEXT);
    files.put("fonts/bad.txt", TEXT);
    files.put("fonts/bare.ttf", FontBytes.serif("Bare"));
    files.put("fonts/notes.md", TEXT);
    FaultCollector faults = new FaultCollector("card/template.json");
    TemplateFonts fonts = TemplateFonts.read(files.keySet(), files::get, faults);
    assertThat(fonts.list()).extracting(TemplateFont::path).containsExactly("fonts/a.ttf");
    assertThat(fonts.list()).extracting(TemplateFont::license).containsExactly("fonts/a.txt");
    assertThat(faults.list())
        .extracting(TemplateFault::found)
        .containsExactly(
            "fonts/again.ttf, a second Acme Slab 400",
            "fonts/bad.OTF, no font by its content",
            "fonts/bare.ttf without the text of its license");

    files.put("fonts/LICENSE", TEXT);
    files.keySet().removeAll(List.of("fonts/again.ttf", "fonts/bad.OTF"));
    FaultCollector none = new FaultCollector("card/template.json");
    assertThat(TemplateFonts.read(files.keySet(), files::get, none).list())
        .extracting(TemplateFont::license)
        .containsExactly("fonts/a.txt", "fonts/LICENSE");
    assertThat(none.isEmpty()).isTrue();
  }
}
