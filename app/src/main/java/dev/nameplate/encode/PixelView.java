package dev.nameplate.encode;

import dev.nameplate.geometry.Size;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;

/**
 * Direct access to an image's pixels, one int each: {@code argb}, or {@code rgb} with eight
 * meaningless bits above it. Shares the image's array.
 */
public final class PixelView {
  private final Size size;
  private final boolean alpha;
  private final int[] data;
  private final int origin;
  private final int stride;

  private PixelView(BufferedImage picture) {
    WritableRaster raster = picture.getRaster();
    DataBufferInt buffer = (DataBufferInt) raster.getDataBuffer();
    size = new Size(picture.getWidth(), picture.getHeight());
    alpha = picture.getType() == BufferedImage.TYPE_INT_ARGB;
    data = buffer.getData();
    stride = ((SinglePixelPackedSampleModel) raster.getSampleModel()).getScanlineStride();
    origin =
        buffer.getOffset()
            - raster.getSampleModelTranslateY() * stride
            - raster.getSampleModelTranslateX();
  }

  /**
   * A view of an image.
   *
   * @throws IllegalArgumentException if its type is neither TYPE_INT_RGB nor TYPE_INT_ARGB
   */
  public static PixelView of(BufferedImage picture) {
    int type = picture.getType();
    if (type != BufferedImage.TYPE_INT_RGB && type != BufferedImage.TYPE_INT_ARGB) {
      throw new IllegalArgumentException(
          "a picture to encode is TYPE_INT_RGB (1) or TYPE_INT_ARGB (2), not type " + type);
    }
    return new PixelView(picture);
  }

  /** The image's size in pixels. */
  public Size size() {
    return size;
  }

  /** The image's width in pixels, at least 1. */
  public int width() {
    return size.width();
  }

  /** The strips that the image is divided into. */
  public Strips strips() {
    return new Strips(size.height());
  }

  /** Whether the image's type has alpha, even if all its pixels are opaque. */
  public boolean hasAlpha() {
    return alpha;
  }

  /** Whether every pixel is opaque. */
  public boolean isOpaque() {
    for (int row = 0; alpha && row < size.height(); row++) {
      if (!isOpaque(row(row))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether some pixels of an image with alpha are opaque.
   *
   * @param span indices of {@link #data}
   */
  public boolean isOpaque(Span span) {
    int all = -1;
    for (int i = span.from(); i < span.to(); i++) {
      all &= data[i];
    }
    return all >>> 24 == 0xff;
  }

  /** The image's own array, with rows from {@link #rowStart} on; callers must not write to it. */
  public int[] data() {
    return data;
  }

  /**
   * The index of a row's first pixel in {@link #data}.
   *
   * @param row from 0 to the height, exclusive; not checked
   */
  public int rowStart(int row) {
    return origin + row * stride;
  }

  /**
   * Writes the red, green and blue of some pixels, a byte each, in this order.
   *
   * @param pixels {@code argb} or {@code rgb}; not changed
   * @param span the pixels to read
   * @param out receives three bytes for each pixel
   * @param to index of the first byte written
   */
  public static void readRgb(int[] pixels, Span span, byte[] out, int to) {
    int o = to;
    for (int i = span.from(); i < span.to(); i++, o += 3) {
      int rgb = pixels[i];
      out[o] = (byte) (rgb >> 16);
      out[o + 1] = (byte) (rgb >> 8);
      out[o + 2] = (byte) rgb;
    }
  }

  /**
   * The pixels of a part of a row, as indices of {@link #data}.
   *
   * @param row from 0 to the height, exclusive; not checked
   * @param from the first column, from 0; not checked
   * @param to the column after the last one, at most the width; not checked
   */
  public Span span(int row, int from, int to) {
    return new Span(rowStart(row) + from, rowStart(row) + to);
  }

  /** The pixels of a row, as indices of {@link #data}. */
  public Span row(int row) {
    return span(row, 0, width());
  }

  /**
   * The bits to set in each pixel to get valid {@code argb}: those of alpha for an image without
   * alpha, else none.
   */
  public int opaqueMask() {
    return alpha ? 0 : 0xff000000;
  }

  /**
   * Checks that the image has a background's size.
   *
   * @throws IllegalArgumentException if it has not; the message names both sizes
   */
  public void checkSize(Size background) {
    if (!size.equals(background)) {
      throw new IllegalArgumentException(
          "a picture of " + size + " on a background of " + background);
    }
  }

  /**
   * An image's pixels as {@code argb} in sRGB, row after row.
   *
   * @param picture of any type; pixels of an image without alpha are opaque
   * @return a new array, which the caller owns
   */
  public static int[] argb(BufferedImage picture) {
    int width = picture.getWidth();
    return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
  }
}
