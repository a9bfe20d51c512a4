package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Effort;
import dev.nameplate.support.Extent;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.RequiresTools;
import dev.nameplate.support.Tool;
import dev.nameplate.support.TwoWays;
import dev.nameplate.support.TwoWays.Look;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the program writes is read by decoders that others wrote, and they agree: the JDK's, and
 * {@code pngcheck} and libjpeg-turbo's {@code djpeg}.
 */
@RequiresTools({"pngcheck", "djpeg"})
final class IndependentDecodersTest {
  private static final Path TEMPLATES = Path.of("templates");
  private static final TwoWays TWO_WAYS = new TwoWays(TEMPLATES);
  private static final Tool PNGCHECK = new Tool("pngcheck");
  private static final Tool DJPEG = new Tool("djpeg");
  private static final int RANDOM_SCENES = 120;

  /** Of the pairs of a sample and a look one in so many is read. */
  private static final int PART = 3;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  static Path folder;

  static Stream<Template> templates() {
    return new TemplateLibrary(TEMPLATES, List.of()).all().stream();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void pictures_ofEverySampleAndScale_areReadTheSame(Template template) {
    List<Sample> samples = Sample.read(TEMPLATES, template.id());
    List<Look> looks =
        template.output().scales().stream()
            .flatMap(scale -> formats().map(format -> new Look(scale, format, Effort.FAST)))
            .toList();
    IntStream.range(0, looks.size())
        .parallel()
        .forEach(
            number ->
                check(
                    looks.get(number).format(),
                    IntStream.range(0, samples.size())
                        .filter(sample -> Extent.covers(sample, number, PART))
                        .mapToObj(samples::get)
                        .map(each -> TWO_WAYS.joined(template, each.query(), looks.get(number)))
                        .toList()));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void pictures_ofRandomScenes_areReadTheSame(Format format) {
    SceneFolder scenes = SceneFolder.make(folder, "scenes");
    TwoWays ways = new TwoWays(folder);
    check(
        format,
        LongStream.iterate(-1, seed -> seed - 1)
            .mapToObj(RandomScene::of)
            .filter(scene -> scene.look().format() == format)
            .limit(RANDOM_SCENES)
            .map(scene -> ways.joined(scenes.read(scene), scene.queries().get(0), scene.look()))
            .toList());
  }

  static Stream<Format> formats() {
    return Stream.of(Format.PNG, Format.JPEG);
  }

  private static void check(Format format, List<byte[]> pictures) {
    List<String> files =
        pictures.parallelStream().map(picture -> checkedFile(format, picture)).toList();
    if (format == Format.PNG) {
      assertThat(PNGCHECK.run(Stream.concat(Stream.of("-q"), files.stream()).toList()))
          .as("what there is to say")
          .isEmpty();
    }
  }

  private static String checkedFile(Format format, byte[] picture) {
    BufferedImage seen = Pictures.decode(picture);
    String file = write(format, picture);
    if (format == Format.JPEG) {
      assertSame(seen, DJPEG.run(List.of("-dct", "int", "-ppm", file)));
    }
    return file;
  }

  /** Compares with a portable pixmap, which ends with red, green and blue of each pixel. */
  private static void assertSame(BufferedImage seen, byte[] pixmap) {
    int[] argb = Pictures.argb(seen);
    String head = "P6\n" + seen.getWidth() + " " + seen.getHeight() + "\n255\n";
    assertThat(pixmap).hasSize(head.length() + 3 * argb.length);
    int at = head.length();
    int different = 0;
    for (int pixel : argb) {
      int rgb = (pixmap[at] & 0xff) << 16 | (pixmap[at + 1] & 0xff) << 8 | (pixmap[at + 2] & 0xff);
      different += rgb == (pixel & 0xffffff) ? 0 : 1;
      at += 3;
    }
    assertThat(different).as("pixels that djpeg reads otherwise").isZero();
  }

  private static String write(Format format, byte[] bytes) {
    try {
      Path file = Files.createTempFile(folder, "picture-", "." + format.ending());
      return Files.write(file, bytes).toString();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
