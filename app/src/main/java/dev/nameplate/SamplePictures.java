package dev.nameplate;

import dev.nameplate.encode.Format;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws each template with its first sample: the pictures of the README. */
final class SamplePictures {
  private SamplePictures() {}

  /** Writes {@code <id>.png} at 2x for every template. */
  static void write(House house, Path folder) {
    try {
      for (Template template : house.templates().all()) {
        Sample sample = Sample.read(house.templateFolder(), template.id()).get(0);
        Path file = folder.resolve(template.id() + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, house.pipeline().sample(template, sample, Scale.TWO, Format.PNG));
        System.out.println(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
