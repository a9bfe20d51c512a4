package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Effort;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import dev.nameplate.support.TwoWays;
import dev.nameplate.support.TwoWays.Look;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 4: a picture joined from strips is, pixel for pixel, the picture painted whole. */
final class OnlyWhatChangesTest {
  private static final Path TEMPLATES = Path.of("templates");
  private static final TwoWays TWO_WAYS = new TwoWays(TEMPLATES);
  private static final List<Scale> SCALES =
      List.of(Scale.ONE, new Scale(150), Scale.TWO, new Scale(300));

  static Stream<Template> templates() {
    return new TemplateLibrary(TEMPLATES, List.of()).all().stream();
  }

  /**
   * A PNG has a palette wherever its colours allow one. What is opaque is drawn transparent too,
   * and the other way round, at the lesser scales.
   */
  @ParameterizedTest
  @MethodSource("templates")
  void strips_decodeAsTheWhole_forEverySampleScaleAndFormat(Template template) {
    Template opposite = opposite(template);
    List<Sample> samples = Sample.read(TEMPLATES, template.id());
    SCALES.stream()
        .flatMap(
            scale -> {
              Effort effort = scale.equals(Scale.ONE) ? Effort.BEST : Effort.FAST;
              Stream<Runnable> own =
                  Stream.of(Format.PNG, Format.JPEG)
                      .map(
                          format ->
                              () -> check(template, samples, new Look(scale, format, effort)));
              Runnable other =
                  () -> check(opposite, samples, new Look(scale, Format.PNG, Effort.FAST));
              return scale.factor() < 2 ? Stream.concat(own, Stream.of(other)) : own;
            })
        .toList()
        .parallelStream()
        .forEach(Runnable::run);
  }

  private static void check(Template template, List<Sample> samples, Look look) {
    for (Sample sample : samples) {
      byte[] joined = TWO_WAYS.joined(template, sample.query(), look);
      assertThat(TWO_WAYS.difference(joined, template, sample.query(), look))
          .as("%s %s on %s: %s", template.id(), sample.name(), template.background().hex(), look)
          .isZero();
    }
  }

  /** The same template, opaque where it is transparent and transparent where it is opaque. */
  private static Template opposite(Template template) {
    boolean opaque = template.background().isOpaque();
    Rgba background = opaque ? Rgba.TRANSPARENT : template.output().matte();
    return new Template(
        template.id(),
        template.title(),
        template.size(),
        background,
        template.locale(),
        template.zone(),
        template.alt(),
        template.fields(),
        template.layers(),
        template.assets(),
        template.output(),
        template.cache(),
        template.digest() + background.hex());
  }
}
