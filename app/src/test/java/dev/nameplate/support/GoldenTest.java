package dev.nameplate.support;

import dev.nameplate.encode.Effort;
import dev.nameplate.geometry.Scale;
import dev.nameplate.golden.Goldens;
import dev.nameplate.support.TwoWays.Look;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every template with every sample, at 1x and 2x, against what it looked like before. A golden's
 * path is its request. Kept as pictures are all at 1x, and one at 2x of each template; of the
 * others there is the digest.
 */
final class GoldenTest {
  private static final TwoWays TWO_WAYS = new TwoWays(TestApplication.templates());
  private static final Goldens GOLDENS = Goldens.in("golden", 0.002);

  /**
   * A sample at a scale.
   *
   * @param kept whether there is a picture, beside the digest
   */
  record Case(String template, Sample sample, Scale scale, boolean kept) {
    /**
     * At 2x the program's picture at best effort, whose backgrounds other tests use too; at 1x
     * other tests compare strips of best effort with the whole.
     */
    byte[] drawn() {
      Template drawn = TestApplication.template(template);
      return scale.equals(Scale.ONE)
          ? TWO_WAYS.joined(drawn, sample, new Look(scale, Format.PNG, Effort.FAST))
          : TestApplication.draw(drawn, sample, scale, Format.PNG);
    }

    String path() {
      return "i/"
          + template
          + "/"
          + sample.slug()
          + (scale.equals(Scale.ONE) ? "" : "@2x")
          + ".png";
    }

    @Override
    public String toString() {
      return path();
    }
  }

  static Stream<Case> cases() {
    return TestApplication.application().templates().all().stream()
        .map(Template::id)
        .flatMap(GoldenTest::cases);
  }

  private static Stream<Case> cases(String template) {
    List<Sample> samples = Sample.read(TestApplication.templates(), template);
    return samples.stream()
        .flatMap(
            sample ->
                Stream.of(
                    new Case(template, sample, Scale.ONE, true),
                    new Case(template, sample, Scale.TWO, sample.equals(samples.get(0)))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void template_withSample_looksAsBefore(Case golden) {
    GOLDENS.check(golden.path(), Pictures.decode(golden.drawn()), golden.kept());
  }

  @AfterAll
  static void goldens_withoutCase_areNotKept() {
    GOLDENS.checkNothingElse(
        cases().map(Case::path).toList(), cases().filter(Case::kept).map(Case::path).toList());
  }
}
