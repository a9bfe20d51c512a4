package dev.nameplate.text.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.util.ULocale;
import dev.nameplate.support.FontBytes;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.font.TemplateFonts;
import dev.nameplate.text.unicode.Scripts;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Fonts of a template's own: read when a text needs them, and by that template's texts alone. */
final class OwnFontsTest {
  private static final FontLibrary SHIPPED = FontLibrary.open(Path.of("fonts"));
  private static final String OL_CHIKI = "ᱚ";

  private final Map<String, byte[]> files = new TreeMap<>();
  private final AtomicInteger reads = new AtomicInteger();

  private TemplateFonts fonts(byte[] font) {
    files.put("fonts/LICENSE", new byte[] {'-'});
    files.put("fonts/a.ttf", font);
    TemplateFonts fonts =
        TemplateFonts.read(files.keySet(), this::read, new FaultCollector("card/template.json"));
    reads.set(0);
    return fonts;
  }

  private byte[] read(String path) {
    reads.incrementAndGet();
    return files.getOrDefault(path, new byte[0]).clone();
  }

  private static FontSelector.Choice choice(FontLibrary fonts, String family, String cluster) {
    return fonts
        .selector(family, 400, ULocale.ENGLISH)
        .choose(cluster, Scripts.of(cluster, Scripts.NONE))
        .orElseThrow();
  }

  @Test
  void file_isReadWhenATextIsSetInIt_andNotBefore() {
    FontLibrary own = SHIPPED.with(fonts(FontBytes.serif("Acme")));
    assertThat(own.weights("Acme")).containsExactly(400);
    assertThat(own.families()).contains("Acme", "Inter");
    assertThat(choice(own, "Inter", "a").scale()).isEqualTo(1);
    assertThat(reads).hasValue(0);
    assertThat(choice(own, "Acme", "a").face().covers("a")).isTrue();
    assertThat(reads).hasValue(1);
    assertThat(SHIPPED.families()).doesNotContain("Acme");
    assertThat(SHIPPED.with(fonts(FontBytes.serif("Acme")))).isSameAs(own);
  }

  @Test
  void lettersThatAnotherFontLacks_areNotTakenFromIt() {
    byte[] ol = FontBytes.named(FontBytes.shipped("noto-sans/NotoSansOlChiki-Regular.ttf"), "Acme");
    FontLibrary own = SHIPPED.with(fonts(ol));
    assertThat(choice(own, "Inter", OL_CHIKI).face().covers(OL_CHIKI)).isTrue();
    assertThat(own.drawable(OL_CHIKI)).contains(OL_CHIKI);
    assertThat(reads).hasValue(0);
  }

  @Test
  void familyOfTheFolder_keepsItsName() {
    TemplateFonts fonts = fonts(FontBytes.weighing(FontBytes.serif("Inter"), 900));
    assertThat(SHIPPED.with(fonts).weights("Inter")).isEqualTo(SHIPPED.weights("Inter"));
    assertThat(SHIPPED.objection(fonts.list().get(0)))
        .contains("a font that calls itself 'Inter', a family that every template has");
  }

  @Test
  void fileThatChangedSince_isNotDrawn_andTheFontIsJudgedAnewLater() {
    TemplateFonts fonts = fonts(FontBytes.serif("Acme"));
    byte[] before = read("fonts/a.ttf");
    files.put("fonts/a.ttf", FontBytes.serif("Other"));
    assertThat(SHIPPED.objection(fonts.list().get(0)))
        .contains("a font that changes while it is read");
    FontLibrary own = FontLibrary.open(Path.of("fonts")).with(fonts);
    assertThatThrownBy(() -> choice(own, "Acme", "a"))
        .isInstanceOf(FontException.class)
        .hasMessageContaining("has changed since its template was read");
    files.put("fonts/a.ttf", before);
    assertThat(SHIPPED.objection(fonts.list().get(0))).isEmpty();
    assertThat(choice(own, "Acme", "a").face().covers("a")).isTrue();
  }
}
