package dev.nameplate.art;

import java.awt.image.BufferedImage;

/** Three box blurs in each direction, which come close to a Gaussian one. */
final class Blur {
  private static final int PASSES = 3;

  private Blur() {}

  /** Softens a picture of one colour: only its alpha is spread. */
  static BufferedImage of(BufferedImage image, int radius) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    int color = 0;
    double[] alpha = new double[pixels.length];
    for (int index = 0; index < pixels.length; index++) {
      alpha[index] = pixels[index] >>> 24;
      color = alpha[index] > 0 ? pixels[index] & 0xffffff : color;
    }
    for (int pass = 0; pass < PASSES; pass++) {
      for (int row = 0; row < height; row++) {
        box(alpha, row * width, 1, width, radius);
      }
      for (int column = 0; column < width; column++) {
        box(alpha, column, width, height, radius);
      }
    }
    for (int index = 0; index < pixels.length; index++) {
      pixels[index] = (int) Math.round(alpha[index]) << 24 | color;
    }
    BufferedImage soft = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    soft.setRGB(0, 0, width, height, pixels, 0, width);
    return soft;
  }

  private static void box(double[] values, int first, int step, int count, int radius) {
    double[] source = new double[count];
    for (int index = 0; index < count; index++) {
      source[index] = values[first + index * step];
    }
    double sum = 0;
    for (int index = 0; index < Math.min(radius, count); index++) {
      sum += source[index];
    }
    for (int index = 0; index < count; index++) {
      sum += index + radius < count ? source[index + radius] : 0;
      sum -= index - radius - 1 >= 0 ? source[index - radius - 1] : 0;
      values[first + index * step] = sum / (2 * radius + 1);
    }
  }
}
