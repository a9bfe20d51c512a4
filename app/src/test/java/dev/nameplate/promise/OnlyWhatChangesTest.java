package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Effort;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import dev.nameplate.support.Extent;
import dev.nameplate.support.RequiresTools;
import dev.nameplate.support.TwoWays;
import dev.nameplate.support.TwoWays.Look;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promise 4: a picture joined from strips is, pixel for pixel, the picture painted whole; decoders
 * that others wrote read it as the JDK's does.
 */
final class OnlyWhatChangesTest {
  private static final Path TEMPLATES = Path.of("templates");
  private static final TwoWays TWO_WAYS = new TwoWays(TEMPLATES);
  private static final List<Scale> SCALES =
      List.of(Scale.ONE, new Scale(150), Scale.TWO, new Scale(300));

  /** Of the pairs of a sample and a look one in so many is read by others' decoders. */
  private static final int PART = 3;

  /** The files that others' decoders read, by template, kept so that they are drawn once. */
  private static final Map<String, List<Drawn>> FOR_OTHERS = new ConcurrentHashMap<>();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  /**
   * How a template's samples are drawn.
   *
   * @param number its place among all of a template
   */
  private record Drawing(int number, Template template, Look look) {
    byte[] file(Sample sample) {
      return TWO_WAYS.joined(template, sample.query(), look);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Read in place, never compared.
  private record Drawn(Format format, byte[] file) {}

  static Stream<Template> templates() {
    return new TemplateLibrary(TEMPLATES, List.of()).all().stream();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void strips_decodeAsTheWhole_forEverySampleScaleAndFormat(Template template) {
    List<Sample> samples = Sample.read(TEMPLATES, template.id());
    FOR_OTHERS.put(
        template.id(),
        drawings(template).parallelStream()
            .flatMap(drawing -> compared(drawing, samples).stream())
            .toList());
  }

  @ParameterizedTest
  @MethodSource("templates")
  @RequiresTools({"pngcheck", "djpeg"})
  void pictures_ofEverySampleAndScale_areReadTheSame_byOthersDecoders(Template template) {
    List<Drawn> all =
        Optional.ofNullable(FOR_OTHERS.remove(template.id())).orElseGet(() -> drawn(template));
    IndependentDecoders decoders = new IndependentDecoders(folder);
    for (Format format : List.of(Format.PNG, Format.JPEG)) {
      decoders.check(
          format, all.stream().filter(one -> one.format() == format).map(Drawn::file).toList());
    }
  }

  /**
   * A PNG has a palette wherever its colours allow one. At 1x it is compressed at both efforts.
   * What is opaque is drawn transparent too, and the other way round, at the lesser scales.
   */
  private static List<Drawing> drawings(Template template) {
    List<Look> looks =
        SCALES.stream()
            .flatMap(
                scale ->
                    Stream.of(Format.PNG, Format.JPEG)
                        .map(format -> new Look(scale, format, Effort.FAST)))
            .toList();
    List<Drawing> drawings = new ArrayList<>();
    looks.forEach(look -> drawings.add(new Drawing(drawings.size(), template, look)));
    for (Format format : List.of(Format.PNG, Format.JPEG)) {
      Look best = new Look(Scale.ONE, format, Effort.BEST);
      drawings.add(new Drawing(drawings.size(), template, best));
    }
    Template opposite = opposite(template);
    looks.stream()
        .filter(look -> look.format() == Format.PNG && look.scale().factor() < 2)
        .forEach(look -> drawings.add(new Drawing(drawings.size(), opposite, look)));
    return drawings;
  }

  /** Compares all samples with the whole, and returns those that others' decoders read. */
  private static List<Drawn> compared(Drawing drawing, List<Sample> samples) {
    List<Drawn> forOthers = new ArrayList<>();
    Template template = drawing.template();
    Look look = drawing.look();
    for (int at = 0; at < samples.size(); at++) {
      Sample sample = samples.get(at);
      byte[] joined = drawing.file(sample);
      assertThat(TWO_WAYS.difference(joined, template, sample.query(), look))
          .as("%s %s on %s: %s", template.id(), sample.name(), template.background().hex(), look)
          .isZero();
      if (Extent.covers(at, drawing.number(), PART)) {
        forOthers.add(new Drawn(look.format(), joined));
      }
    }
    return forOthers;
  }

  /** The files for others' decoders where they were not drawn for the comparison. */
  private static List<Drawn> drawn(Template template) {
    List<Sample> samples = Sample.read(TEMPLATES, template.id());
    return drawings(template).parallelStream()
        .flatMap(
            drawing ->
                IntStream.range(0, samples.size())
                    .filter(at -> Extent.covers(at, drawing.number(), PART))
                    .mapToObj(samples::get)
                    .map(sample -> new Drawn(drawing.look().format(), drawing.file(sample))))
        .toList();
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
