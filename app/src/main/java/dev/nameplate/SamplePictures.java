package dev.nameplate;

import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Draws the pictures of the documents, at 2x. */
final class SamplePictures {
  /** What stands in the environment while they are drawn. */
  static final Map<String, String> ENVIRONMENT =
      Map.of("NAMEPLATE_HOST", "127.0.0.1", "NAMEPLATE_PORT", "0", "NAMEPLATE_QUICK", "off");

  /** The templates that the pages on layers show, and where their pictures go. */
  static final Path EXAMPLES = Path.of("app/docs/layers/examples");

  private static final Path OF_EXAMPLES = Path.of("app/docs/layers/pictures");
  private static final Path OF_TEMPLATES = Path.of("app/docs/pictures");

  private SamplePictures() {}

  /** Draws every template with its first sample, as {@code <id>.png}. */
  static void ofTemplates(House house) {
    for (Template template : house.templates().all()) {
      Sample sample = Sample.read(house.templateFolder(), template.id()).get(0);
      write(house, template, sample, OF_TEMPLATES.resolve(template.id() + ".png"));
    }
  }

  /** Draws every example with each of its samples, as {@code <id>-<sample>.png}. */
  static void ofExamples(House house) {
    for (Template template : house.templates().all()) {
      List<Sample> samples = Sample.read(house.templateFolder(), template.id());
      for (Sample sample : samples) {
        String name = template.id() + "-" + sample.slug() + ".png";
        write(house, template, sample, OF_EXAMPLES.resolve(name));
      }
    }
  }

  private static void write(House house, Template template, Sample sample, Path file) {
    byte[] picture = house.pipeline().sample(template, sample, Scale.TWO, Format.PNG);
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, picture);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    System.out.println(file);
  }
}
