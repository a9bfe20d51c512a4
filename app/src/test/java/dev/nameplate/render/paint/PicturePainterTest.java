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

/** Images in their boxes. One of its box's size keeps its pixels, where no round edge cuts them. */
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
    String layer = "\"box\": [%s, %s, %d, %d]".formatted(left, top, SIZE, SIZE);
    BufferedImage drawn = drawn(noise, edges.isEmpty() ? layer : layer + ", " + edges);
    int x = (int) Math.round(left);
    int y = (int) Math.round(top);
    int square = SIZE - 2 * INSIDE;
    assertThat(pixels(drawn, x + INSIDE, y + INSIDE, square))
        .isEqualTo(pixels(noise, INSIDE, INSIDE, square));
  }

  /** However small it is: black at the left, white at the right. */
  @ParameterizedTest
  @CsvSource({"2, 1", "2, 2", "3, 6", "4, 30", "5, 5", "7, 2", "30, 2"})
  void pictureThatIsMadeSmall_isShownWhole(int width, int height) throws IOException {
    BufferedImage halves = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    for (int at = 0; at < SIZE * SIZE; at++) {
      halves.setRGB(at % SIZE, at / SIZE, at % SIZE < SIZE / 2 ? 0 : 0xffffff);
    }
    String layer = "\"fit\": \"fill\", \"box\": [9, 9, %d, %d]".formatted(width, height);
    BufferedImage drawn = drawn(halves, layer);
    for (int y = 9; y < 9 + height; y++) {
      assertThat(drawn.getRGB(9, y) & 0xff).isLessThan(64);
      assertThat(drawn.getRGB(8 + width, y) & 0xff).isGreaterThan(191);
    }
  }

  /** A template of one image, drawn. */
  private BufferedImage drawn(BufferedImage image, String layer) throws IOException {
    Path assets = Files.createDirectories(folder.resolve("one/assets"));
    ImageIO.write(image, "png", assets.resolve("image.png").toFile());
    Files.writeString(
        assets.resolveSibling("template.json"),
        """
        {"title": "One", "alt": "One", "width": 60, "height": 60, "layers": [
          {"type": "image", "src": "assets/image.png", %s}]}
        """
            .formatted(layer));
    byte[] file =
        new TwoWays(folder)
            .joined(
                new TemplateLibrary(folder, List.of()).find("one").orElseThrow(),
                "",
                new TwoWays.Look(Scale.ONE, Format.PNG, Effort.FAST));
    return Pictures.decode(file);
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
