package dev.nameplate.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every template with every sample, at 1x and 2x, against the picture in git. A golden's path is
 * its request. With {@code -Dnameplate.update=true} goldens are written anew, and the run fails all
 * the same, so that nobody takes over what was not looked at.
 *
 * <p>On JDK 17 every pixel must be the same; other JDKs rasterise a little differently.
 */
final class GoldenTest {
  private static final Path GOLDENS = Path.of("app/src/test/resources/golden");
  private static final Path MISMATCHES = Path.of("app/target/golden");
  private static final boolean EXACT = Runtime.version().feature() == 17;
  private static final boolean UPDATE = Boolean.getBoolean("nameplate.update");

  record Case(String template, Sample sample, Scale scale) {
    Path path() {
      return Path.of(
          "i", template, sample.slug() + (scale.equals(Scale.ONE) ? "" : "@2x") + ".png");
    }

    @Override
    public String toString() {
      return path().toString();
    }
  }

  static Stream<Case> cases() {
    return TestApplication.application().templates().all().stream()
        .map(Template::id)
        .flatMap(
            id ->
                Sample.read(TestApplication.templates(), id).stream()
                    .flatMap(
                        sample ->
                            Stream.of(Scale.ONE, Scale.TWO)
                                .map(scale -> new Case(id, sample, scale))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void template_withSample_looksAsBefore(Case golden) throws IOException {
    byte[] drawn =
        TestApplication.draw(
            TestApplication.template(golden.template()),
            golden.sample(),
            golden.scale(),
            Format.PNG);
    Path file = GOLDENS.resolve(golden.path());
    if (UPDATE) {
      Files.createDirectories(file.getParent());
      Files.write(file, drawn);
    }
    assertThat(file).as("a golden that is not there fails; -Dnameplate.update=true").exists();
    BufferedImage expected = Pictures.decode(Files.readAllBytes(file));
    BufferedImage actual = Pictures.decode(drawn);
    boolean same =
        EXACT
            ? Pictures.largestDifference(expected, actual) == 0
            : expected.getWidth() == actual.getWidth()
                && Pictures.shareOver(expected, actual, 48) < 0.002;
    if (!same) {
      keep(golden.path(), "expected", Files.readAllBytes(file));
      keep(golden.path(), "actual", drawn);
    }
    assertThat(same).as("%s, see app/target/golden", golden).isTrue();
    assertThat(UPDATE).as("goldens were written; look at them and run again").isFalse();
  }

  private static void keep(Path path, String kind, byte[] picture) throws IOException {
    Path file = MISMATCHES.resolve(path + "." + kind + ".png");
    Files.createDirectories(file.getParent());
    Files.write(file, picture);
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDENS)) {
      return files.filter(Files::isRegularFile).map(GOLDENS::relativize).toList();
    }
  }

  @org.junit.jupiter.api.Test
  void goldens_withoutCase_areNotKept() throws IOException {
    assertThat(files()).containsExactlyInAnyOrderElementsOf(cases().map(Case::path).toList());
  }
}
