package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.Pictures;
import dev.nameplate.support.Tool;
import dev.nameplate.template.Format;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decoders that others wrote, which agree on what the program writes: the JDK's, and {@code
 * pngcheck} and libjpeg-turbo's {@code djpeg}.
 */
final class IndependentDecoders {
  private static final Tool PNGCHECK = new Tool("pngcheck");
  private static final Tool DJPEG = new Tool("djpeg");

  private final Path folder;

  /**
   * @param folder in which files are written for the programs
   */
  IndependentDecoders(Path folder) {
    this.folder = folder;
  }

  /** Checks that all decoders read pictures of a format, and see the same pixels. */
  void check(Format format, List<byte[]> pictures) {
    List<String> files =
        pictures.parallelStream().map(picture -> checkedFile(format, picture)).toList();
    if (format == Format.PNG) {
      assertThat(PNGCHECK.run(Stream.concat(Stream.of("-q"), files.stream()).toList()))
          .as("what there is to say")
          .isEmpty();
    }
  }

  private String checkedFile(Format format, byte[] picture) {
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

  private String write(Format format, byte[] bytes) {
    try {
      Path file = Files.createTempFile(folder, "picture-", "." + format.ending());
      return Files.write(file, bytes).toString();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
