package dev.nameplate.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Copies rows between images of the same size that have one {@code int} for each pixel. */
final class PixelRows {
  private PixelRows() {}

  /** Copies the rows from {@code top} to before {@code bottom}. */
  static void copyRows(BufferedImage from, BufferedImage to, int top, int bottom) {
    int width = from.getWidth();
    System.arraycopy(data(from), top * width, data(to), top * width, (bottom - top) * width);
  }

  private static int[] data(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
