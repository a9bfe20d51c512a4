package dev.nameplate.render.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Effort;
import dev.nameplate.geometry.Scale;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.TwoWays;
import dev.nameplate.template.Format;
import dev.nameplate.template.library.TemplateLibrary;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An image of the size of its box keeps each of its pixels, where no round edge cuts them. */
final class PicturePainterTest {
  private static final int SIZE = 40;

  /** From the box's edge to the square that lies in a circle. */
  private static final int INSIDE = 6;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "3, 5, ''",
        "3, 5, '\"radius\": 8'",
        "3, 5, '\"circle\": true'",
        "3.4, 5.5, ''",
        "3.4, 5.5, '\"circle\": true'",
        "20, 12, '\"radius\": 8'",
      })
  void pictureOfItsSize_isCopied(double left, double top, String edges) throws IOException {
    BufferedImage noise = noise();
    Path assets = Files.createDirectories(folder.resolve("one/assets"));
    ImageIO.write(noise, "png", assets.resolve("noise.png").toFile());
    Files.writeString(
        assets.resolveSibling("template.json"),
        """
        {"title": "One", "alt": "One", "width": 60, "height": 60, "layers": [
          {"type": "image", "src": "assets/noise.png", "box": [%s, %s, %d, %d]%s}]}
        """
            .formatted(left, top, SIZE, SIZE, edges.isEmpty() ? "" : ", " + edges));
    TwoWays ways = new TwoWays(folder);
    byte[] file =
        ways.joined(
            new TemplateLibrary(folder, List.of()).find("one").orElseThrow(),
            "",
            new TwoWays.Look(Scale.ONE, Format.PNG, Effort.FAST));
    BufferedImage drawn = Pictures.decode(file);
    int x = (int) Math.round(left);
    int y = (int) Math.round(top);
    int square = SIZE - 2 * INSIDE;
    assertThat(pixels(drawn, x + INSIDE, y + INSIDE, square))
        .isEqualTo(pixels(noise, INSIDE, INSIDE, square));
  }

  private static BufferedImage noise() {
    BufferedImage noise = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int at = 0; at < SIZE * SIZE; at++) {
      noise.setRGB(at % SIZE, at / SIZE, random.nextInt());
    }
    return noise;
  }

  private static int[] pixels(BufferedImage picture, int x, int y, int size) {
    return picture.getRGB(x, y, size, size, null, 0, size);
  }
}
