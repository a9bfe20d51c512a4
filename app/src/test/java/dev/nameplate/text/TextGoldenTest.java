package dev.nameplate.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.AssetSettings;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import dev.nameplate.geometry.Size;
import dev.nameplate.golden.Goldens;
import dev.nameplate.layout.Layout;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.render.Renderer;
import dev.nameplate.support.Fonts;
import dev.nameplate.template.CacheAges;
import dev.nameplate.template.OutputOptions;
import dev.nameplate.template.Template;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts, mixed directions and emoji against what they looked like before, at 1x and 2x. Kept as
 * pictures are those at 1x; of the others there is the digest.
 */
final class TextGoldenTest {
  private static final Goldens GOLDENS = Goldens.in("golden-text", 0.01);
  private static final Layout LAYOUT = new Layout(new Typesetter(Fonts.shipped()));
  private static final Renderer RENDERER =
      new Renderer(new LocalAssets(Path.of("templates"), AssetSettings.DEFAULT), 1 << 20);

  record Case(TextCase text, Scale scale) {
    String file() {
      return text.id() + (scale.equals(Scale.ONE) ? "" : "@2x") + ".png";
    }

    /** Whether there is a picture, beside the digest. */
    boolean kept() {
      return scale.equals(Scale.ONE);
    }

    @Override
    public String toString() {
      return file();
    }
  }

  static Stream<Case> cases() {
    return TextCase.all().stream()
        .flatMap(text -> Stream.of(Scale.ONE, Scale.TWO).map(scale -> new Case(text, scale)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void text_looksAsBefore(Case golden) {
    GOLDENS.check(golden.file(), draw(golden.text(), golden.scale()), golden.kept());
  }

  @AfterAll
  static void goldens_withoutCase_areNotKept() {
    GOLDENS.checkNothingElse(
        cases().map(Case::file).toList(), cases().filter(Case::kept).map(Case::file).toList());
  }

  @Test
  void everyCase_isShown_inTheDocuments() throws IOException {
    String page = Files.readString(Path.of("app/docs/text.md"));
    assertThat(TextCase.all())
        .allSatisfy(text -> assertThat(page).contains("golden-text/" + text.id() + ".png"));
  }

  private static BufferedImage draw(TextCase text, Scale scale) {
    Template page =
        new Template(
            "page",
            "Page",
            new Size(text.width(), text.height()),
            new Rgba(0xffffffff),
            text.locale(),
            ZoneOffset.UTC,
            List.of(),
            Map.of(),
            List.of(),
            Set.of(),
            OutputOptions.DEFAULT,
            CacheAges.DEFAULT,
            "");
    PlacedLayer placed = LAYOUT.place(text.node(), text.locale());
    return RENDERER.paintWhole(page, List.of(placed), scale, false);
  }
}
