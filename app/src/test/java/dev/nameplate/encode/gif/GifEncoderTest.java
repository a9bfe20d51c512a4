package dev.nameplate.encode.gif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.EncoderContract;
import dev.nameplate.support.Extent;
import dev.nameplate.support.Pictures;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Static GIF: exact up to 256 colors, else the best 256 with error diffusion. */
final class GifEncoderTest extends EncoderContract {
  private static final int COLORS = 256;

  /** The mean difference of a channel that 256 colors can keep to even in noise. */
  private static final double FARTHEST = 30;

  private final GifEncoder encoder = new GifEncoder();

  @Override
  public Encoder encoder() {
    return encoder;
  }

  @Override
  public boolean takesAlpha() {
    return false;
  }

  @Override
  public int pairCount() {
    return Extent.times(30);
  }

  @Override
  public void assertShows(BufferedImage seen, BufferedImage picture) {
    if (colors(picture) <= COLORS) {
      assertSamePixels(seen, picture);
    } else {
      assertThat(colors(seen)).isLessThanOrEqualTo(COLORS);
      assertThat(meanDifference(seen, picture)).isLessThan(FARTHEST);
    }
  }

  @Test
  void file_isVersion89a() {
    byte[] file = encoder.encodeWhole(picture(4, 4)).toByteArray();
    assertThat(new String(file, 0, 6, StandardCharsets.US_ASCII)).isEqualTo("GIF89a");
  }

  @Test
  void gradient_encoded_looksAlike() {
    BufferedImage picture = picture(160, 90);
    Graphics2D pen = picture.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, new Color(0x0b1f3a), 160, 90, new Color(0xffc400)));
    pen.fillRect(0, 0, 160, 90);
    pen.dispose();
    BufferedImage seen = Pictures.decode(encoder.encodeWhole(picture).toByteArray());
    assertThat(meanDifference(seen, picture)).isLessThan(3);
  }

  private static long colors(BufferedImage picture) {
    return Arrays.stream(Pictures.argb(picture)).distinct().count();
  }

  /** The mean difference of a channel, 0 to 255. */
  private static double meanDifference(BufferedImage one, BufferedImage other) {
    int[] ones = Pictures.argb(one);
    int[] others = Pictures.argb(other);
    long sum = 0;
    for (int i = 0; i < ones.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        sum += Math.abs((ones[i] >> shift & 0xff) - (others[i] >> shift & 0xff));
      }
    }
    return sum / (3.0 * ones.length);
  }
}
