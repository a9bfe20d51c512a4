package dev.nameplate.encode.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.geometry.Size;
import dev.nameplate.support.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each picture of a series is that picture, whatever came before it. */
final class PngSeriesTest {
  private static final int WIDTH = 70;
  private static final int HEIGHT = 50;

  /** Some rectangles over one another. */
  private static BufferedImage picture(int type, long seed) {
    Random random = new Random(seed);
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, type);
    Graphics2D graphics = picture.createGraphics();
    for (int each = 0; each < 3; each++) {
      graphics.setColor(new Color(random.nextInt(), true));
      graphics.fillRect(random.nextInt(60), random.nextInt(45), random.nextInt(20), 9);
    }
    graphics.dispose();
    return picture;
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
  void everyPicture_decodesToItsPixels(int type) {
    PngSeries series = new PngSeries(new Size(WIDTH, HEIGHT));
    for (int number = 0; number < 60; number++) {
      BufferedImage picture = picture(type, number / 2);
      assertThat(pixels(Pictures.decode(series.next(picture).toByteArray())))
          .as("picture %s", number)
          .isEqualTo(pixels(picture));
    }
  }

  @Test
  void anotherType_orSize_isNoContinuation() {
    PngSeries series = new PngSeries(new Size(WIDTH, HEIGHT));
    BufferedImage opaque = picture(BufferedImage.TYPE_INT_RGB, 1);
    EncodedPicture first = series.next(opaque);
    BufferedImage clear = picture(BufferedImage.TYPE_INT_ARGB, 2);
    assertThat(pixels(Pictures.decode(series.next(clear).toByteArray()))).isEqualTo(pixels(clear));
    assertThat(series.next(opaque).toByteArray()).isEqualTo(first.toByteArray());
    assertThatThrownBy(() -> series.next(new BufferedImage(WIDTH, 1, BufferedImage.TYPE_INT_RGB)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
  }
}
