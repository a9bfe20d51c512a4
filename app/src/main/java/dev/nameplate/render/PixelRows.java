package dev.nameplate.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Copies between pictures of the same size and an {@code int} for each pixel. */
final class PixelRows {
  private PixelRows() {}

  /** Copies whole rows. */
  static void copyRows(BufferedImage from, BufferedImage to, int top, int bottom) {
    int width = from.getWidth();
    System.arraycopy(data(from), top * width, data(to), top * width, (bottom - top) * width);
  }

  private static int[] data(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
