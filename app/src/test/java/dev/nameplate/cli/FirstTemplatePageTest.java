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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that makes a first template says what its steps' templates say, and shows them. */
final class FirstTemplatePageTest {
  private static final Path PAGE = Path.of("app/docs/first-template/README.md");
  private static final Path PICTURES = Path.of("app/docs/first-template/pictures");
  private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final boolean EXACT = Runtime.version().feature() == 17;

  private final List<Template> steps = new TemplateLibrary(PicturesCommand.STEPS, List.of()).all();

  @Test
  void everyStep_isUsable() throws IOException {
    try (Stream<Path> folders = Files.list(PicturesCommand.STEPS)) {
      assertThat(steps).hasSize((int) folders.count());
    }
  }

  @Test
  void json_ofThePage_standsInAStepsFile() throws IOException {
    List<String> files =
        steps.stream()
            .flatMap(step -> Stream.of("template.json", "samples.json").map(step.id()::concat))
            .map(name -> name.replaceFirst("(template|samples)[.]json$", "/$0"))
            .map(name -> lines(PicturesCommand.STEPS.resolve(name)))
            .toList();
    List<String> blocks =
        JSON.matcher(Files.readString(PAGE)).results().map(MatchResult::group).toList();
    assertThat(blocks).hasSizeGreaterThan(10);
    for (String block : blocks) {
      String written = lines(block.replaceAll("```(json)?", ""));
      assertThat(files).as(block).anyMatch(file -> file.contains(written));
    }
  }

  @Test
  void pictures_areThoseTheProgramDraws_andEachIsShown() throws IOException {
    TwoWays ways = new TwoWays(PicturesCommand.STEPS);
    TwoWays.Look look = new TwoWays.Look(Scale.TWO, Format.PNG, Effort.FAST);
    Set<String> drawn = new TreeSet<>();
    for (Template step : steps) {
      for (Sample sample : Sample.read(PicturesCommand.STEPS, step.id())) {
        String name = step.id() + "-" + sample.slug() + ".png";
        byte[] kept = Files.readAllBytes(PICTURES.resolve(name));
        byte[] now = ways.joined(step, sample, look);
        assertThat(Pictures.largestDifference(Pictures.decode(kept), Pictures.decode(now)))
            .as("%s; the command 'pictures' draws it anew", name)
            .isLessThan(EXACT ? 1 : 256);
        drawn.add(name);
      }
    }
    try (Stream<Path> files = Files.list(PICTURES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(drawn);
    }
    String page = Files.readString(PAGE);
    assertThat(drawn).allSatisfy(name -> assertThat(page).contains("(pictures/" + name + ")"));
  }

  private static String lines(Path file) {
    try {
      return lines(Files.readString(file));
    } catch (IOException missing) {
      throw new java.io.UncheckedIOException(missing);
    }
  }

  /** A text without indentation, the schema's place and commas at line ends, which steps change. */
  private static String lines(String text) {
    return text.lines()
        .filter(line -> !line.contains("$schema"))
        .map(line -> line.strip().replaceFirst(",$", ""))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
