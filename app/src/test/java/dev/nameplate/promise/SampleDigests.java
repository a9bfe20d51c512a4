package dev.nameplate.promise;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.scene.ClockState;
import dev.nameplate.support.Applications;
import dev.nameplate.support.Extent;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.util.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Draws every sample of every template, in formats in turn, as a program of its own. */
final class SampleDigests {
  /** Of the pairs of a sample and a format one in so many is drawn. */
  private static final int PART = 3;

  private static final List<Format> FORMATS = List.of(Format.values());

  private SampleDigests() {}

  /** Prints the lines. */
  public static void main(String[] arguments) {
    try (Application application =
        Applications.open(
            Settings.read(
                Map.of(
                    "NAMEPLATE_HOST", "127.0.0.1",
                    "PORT", "0",
                    "NAMEPLATE_WARM_UP", "0",
                    "NAMEPLATE_WORK", "none"),
                Map.of()))) {
      lines(application).forEach(System.out::println);
    }
  }

  /** A line for each picture: its template, sample and format, its key and its bytes' digest. */
  static List<String> lines(Application application) {
    List<String> lines = new ArrayList<>();
    for (Template template : application.templates().all()) {
      List<Sample> samples = Sample.read(Path.of("templates"), template.id());
      for (int at = 0; at < samples.size(); at++) {
        for (int number = 0; number < FORMATS.size(); number++) {
          if (Extent.covers(at, number, PART)) {
            lines.add(line(application.pipeline(), template, samples.get(at), FORMATS.get(number)));
          }
        }
      }
    }
    return lines;
  }

  private static String line(Pipeline pipeline, Template template, Sample sample, Format format) {
    MergedFields fields = pipeline.merge(template, new RawQuery(sample.query()));
    return String.join(
        " ",
        "picture",
        template.id(),
        sample.slug(),
        format.ending(),
        pipeline.key(template, fields, Scale.ONE, format).etag(),
        digest(
            pipeline
                .bestPicture(template, fields, Scale.ONE, format, ClockState.NONE)
                .file()
                .toByteArray()));
  }

  private static String digest(byte[] file) {
    return HexFormat.of().formatHex(Sha256.start().digest(file));
  }
}
