package dev.nameplate.bench.bytes;

import dev.nameplate.bench.Arguments;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Draws the first sample of every template of some folders as PNG and JPEG, keeps the files, and
 * prints a line of JSON for each: the PNG's bytes, those of zlib's levels 6 and 9 for the same
 * filtered rows, and the JPEG's with its quality.
 *
 * <p>Options: {@code --templates FOLDER,FOLDER}, {@code --out FOLDER}, {@code --scale 2}, {@code
 * --samples all} for every sample, {@code --only ID}.
 */
public final class Bytes {
  private final Path out;
  private final Scale scale;

  private Bytes(Path out, Scale scale) {
    this.out = out;
    this.scale = scale;
  }

  /** Runs the program. */
  public static void main(String[] words) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Arguments arguments = new Arguments(List.of(words));
    Path out = Files.createDirectories(Path.of(arguments.value("--out", "app/target/bytes")));
    Bytes bytes = new Bytes(out, Scale.parse(arguments.value("--scale", "2")).orElseThrow());
    String only = arguments.value("--only", "");
    boolean all = arguments.value("--samples", "first").equals("all");
    for (String folder : arguments.value("--templates", "templates").split(",")) {
      Drawing drawing = new Drawing(Path.of(folder));
      for (Template template : drawing.templates()) {
        List<Sample> samples = drawing.samples(template);
        if (only.isEmpty() || only.equals(template.id())) {
          for (Sample sample : all ? samples : samples.subList(0, 1)) {
            System.out.println(bytes.measured(drawing, template, sample));
          }
        }
      }
    }
  }

  private String measured(Drawing drawing, Template template, Sample sample) throws IOException {
    String name = template.id() + "." + sample.slug();
    Drawing.Drawn drawn = drawing.draw(template, sample, scale, Format.PNG);
    byte[] file = drawn.file().toByteArray();
    Files.write(out.resolve(name + ".png"), file);
    PngData png = PngData.of(file);
    byte[] rows = png.rows();
    boolean opaque = template.output().formats().contains(Format.JPEG);
    int jpeg = 0;
    if (opaque) {
      byte[] jpg = drawing.draw(template, sample, scale, Format.JPEG).file().toByteArray();
      Files.write(out.resolve(name + ".jpg"), jpg);
      jpeg = jpg.length;
    }
    return String.format(
        Locale.ROOT,
        "{\"id\":\"%s\",\"sample\":\"%s\",\"file\":\"%s\",\"png\":%d,\"six\":%d,\"nine\":%d,"
            + "\"colorType\":%d,\"micros\":%d,\"jpeg\":%d,\"quality\":%d}",
        template.id(),
        sample.slug(),
        name,
        file.length,
        png.withZlib(PngData.zlib(rows, 6)),
        png.withZlib(PngData.zlib(rows, 9)),
        png.colorType(),
        drawn.nanos() / 1000,
        jpeg,
        template.output().quality());
  }
}
