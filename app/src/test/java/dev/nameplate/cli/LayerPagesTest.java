package dev.nameplate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Effort;
import dev.nameplate.geometry.Scale;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.TwoWays;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of layer has a page, with pictures that show what the program draws now. */
final class LayerPagesTest {
  private static final Path PAGES = Path.of("app/docs/layers");
  private static final boolean EXACT = Runtime.version().feature() == 17;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image",
        "shape",
        "qr",
        "barcode",
        "progress",
        "stars",
        "stack",
        "choices",
        "countdown"
      })
  void page_showsEveryPictureOfItsExample(String kind) throws IOException {
    String page = Files.readString(PAGES.resolve(kind + ".md"));
    for (Sample sample : Sample.read(PicturesCommand.EXAMPLES, kind)) {
      assertThat(page).contains("(pictures/" + kind + "-" + sample.slug() + ".png)");
    }
  }

  @Test
  void pictures_areThoseTheProgramDraws() throws IOException {
    TwoWays ways = new TwoWays(PicturesCommand.EXAMPLES);
    TwoWays.Look look = new TwoWays.Look(Scale.TWO, Format.PNG, Effort.FAST);
    Set<String> drawn = new TreeSet<>();
    List<Template> templates = new TemplateLibrary(PicturesCommand.EXAMPLES, List.of()).all();
    for (Template template : templates) {
      for (Sample sample : Sample.read(PicturesCommand.EXAMPLES, template.id())) {
        String name = template.id() + "-" + sample.slug() + ".png";
        byte[] kept = Files.readAllBytes(PAGES.resolve("pictures").resolve(name));
        byte[] now = ways.joined(template, sample, look);
        int difference = Pictures.largestDifference(Pictures.decode(kept), Pictures.decode(now));
        assertThat(difference)
            .as("%s; the command 'pictures' draws it anew", name)
            .isLessThan(EXACT ? 1 : 256);
        drawn.add(name);
      }
    }
    try (Stream<Path> files = Files.list(PAGES.resolve("pictures"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(drawn);
    }
  }
}
