package dev.nameplate.promise;

import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.scene.ClockState;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.util.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Draws every sample of every template in every format, as a program of its own. */
final class SampleDigests {
  private SampleDigests() {}

  /** Prints the lines. */
  public static void main(String[] arguments) {
    try (Application application =
        Application.open(
            Settings.read(Map.of("NAMEPLATE_HOST", "127.0.0.1", "PORT", "0"), Map.of()))) {
      lines(application).forEach(System.out::println);
    }
  }

  /** A line for each picture: its template, sample and format, its key and its bytes' digest. */
  static List<String> lines(Application application) {
    List<String> lines = new ArrayList<>();
    for (Template template : application.templates().all()) {
      for (Sample sample : Sample.read(Path.of("templates"), template.id())) {
        MergedFields fields = application.pipeline().merge(template, new RawQuery(sample.query()));
        for (Format format : Format.values()) {
          lines.add(
              String.join(
                  " ",
                  "picture",
                  template.id(),
                  sample.slug(),
                  format.ending(),
                  application.pipeline().key(template, fields, Scale.ONE, format).etag(),
                  digest(
                      application
                          .pipeline()
                          .bestPicture(template, fields, Scale.ONE, format, ClockState.NONE)
                          .file()
                          .toByteArray())));
        }
      }
    }
    return lines;
  }

  private static String digest(byte[] file) {
    return HexFormat.of().formatHex(Sha256.start().digest(file));
  }
}
