package dev.nameplate.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.AssetSettings;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import dev.nameplate.geometry.Size;
import dev.nameplate.layout.Layout;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.render.Renderer;
import dev.nameplate.support.Pictures;
import dev.nameplate.template.CacheAges;
import dev.nameplate.template.OutputOptions;
import dev.nameplate.template.Template;
import dev.nameplate.text.font.FontLibrary;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts, mixed directions and emoji against the pictures in git, at 1x and 2x. With {@code
 * -Dnameplate.update=true} goldens are written anew, and the run fails all the same.
 */
final class TextGoldenTest {
  private static final Path GOLDENS = Path.of("app/src/test/resources/golden-text");
  private static final Path MISMATCHES = Path.of("app/target/golden-text");
  private static final boolean EXACT = Runtime.version().feature() == 17;
  private static final boolean UPDATE = Boolean.getBoolean("nameplate.update");
  private static final Layout LAYOUT =
      new Layout(new Typesetter(FontLibrary.load(Path.of("fonts"))));
  private static final Renderer RENDERER =
      new Renderer(new LocalAssets(Path.of("templates"), AssetSettings.DEFAULT), 1 << 20);

  record Case(TextCase text, Scale scale) {
    String file() {
      return text.id() + (scale.equals(Scale.ONE) ? "" : "@2x") + ".png";
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
  void text_looksAsBefore(Case golden) throws IOException {
    BufferedImage actual = draw(golden.text(), golden.scale());
    Path file = GOLDENS.resolve(golden.file());
    if (UPDATE) {
      Files.createDirectories(GOLDENS);
      ImageIO.write(actual, "png", file.toFile());
    }
    assertThat(file).as("a golden that is not there fails; -Dnameplate.update=true").exists();
    BufferedImage expected = Pictures.decode(Files.readAllBytes(file));
    boolean same =
        EXACT
            ? Pictures.largestDifference(expected, actual) == 0
            : expected.getWidth() == actual.getWidth()
                && Pictures.shareOver(expected, actual, 48) < 0.01;
    if (!same) {
      Files.createDirectories(MISMATCHES);
      Files.copy(
          file,
          MISMATCHES.resolve(golden.file() + ".expected.png"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      ImageIO.write(actual, "png", MISMATCHES.resolve(golden.file() + ".actual.png").toFile());
    }
    assertThat(same).as("%s, see app/target/golden-text", golden).isTrue();
    assertThat(UPDATE).as("goldens were written; look at them and run again").isFalse();
  }

  @Test
  void goldens_withoutCase_areNotKept() throws IOException {
    try (Stream<Path> files = Files.list(GOLDENS)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(cases().map(Case::file).toList());
    }
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
