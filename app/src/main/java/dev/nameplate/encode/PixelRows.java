package dev.nameplate.encode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A picture's pixels as PNG's bytes, filtered a strip at a time. */
final class PixelRows {
  private final int[] pixels;
  private final int width;
  private final int height;
  private final boolean alpha;

  /** Reads a picture in place, of {@code TYPE_INT_RGB} or {@code TYPE_INT_ARGB}. */
  PixelRows(BufferedImage picture) {
    if (picture.getType() != BufferedImage.TYPE_INT_RGB
        && picture.getType() != BufferedImage.TYPE_INT_ARGB) {
      throw new IllegalArgumentException(
          "a picture of type " + picture.getType() + "; RGB and ARGB integers are written");
    }
    this.pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    this.width = picture.getWidth();
    this.height = picture.getHeight();
    this.alpha = picture.getType() == BufferedImage.TYPE_INT_ARGB;
  }

  boolean hasAlpha() {
    return alpha;
  }

  /** A strip with one filter for its first row and one for the others. */
  byte[] filtered(int top, PngFilter first, PngFilter others) {
    int count = rowsFrom(top);
    byte[] out = new byte[count * (rowBytes() + 1)];
    byte[] above = new byte[rowBytes()];
    byte[] row = new byte[rowBytes()];
    for (int index = 0; index < count; index++) {
      read(top + index, row);
      PngFilter filter = index == 0 ? first : others;
      filter.apply(row, above, step(), out, index * (rowBytes() + 1));
      byte[] free = above;
      above = row;
      row = free;
    }
    return out;
  }

  private void read(int y, byte[] row) {
    int at = 0;
    int start = y * width;
    for (int x = 0; x < width; x++) {
      int pixel = pixels[start + x];
      row[at++] = (byte) (pixel >> 16);
      row[at++] = (byte) (pixel >> 8);
      row[at++] = (byte) pixel;
      if (alpha) {
        row[at++] = (byte) (pixel >>> 24);
      }
    }
  }

  private int rowsFrom(int top) {
    return Math.min(Encoder.STRIP_ROWS, height - top);
  }

  private int step() {
    return alpha ? 4 : 3;
  }

  private int rowBytes() {
    return width * step();
  }
}
