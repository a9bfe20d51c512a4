package dev.nameplate.encode;

import dev.nameplate.geometry.Size;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;

/**
 * A picture's pixels where they lie, one int each: {@code argb}, or {@code rgb} with eight bits
 * above it that mean nothing. Borrows the picture's own array and never writes to it.
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

  /** Throws {@link IllegalArgumentException} for any other type than INT_RGB and INT_ARGB. */
  public static PixelView of(BufferedImage picture) {
    int type = picture.getType();
    if (type != BufferedImage.TYPE_INT_RGB && type != BufferedImage.TYPE_INT_ARGB) {
      throw new IllegalArgumentException(
          "a picture to encode is TYPE_INT_RGB (1) or TYPE_INT_ARGB (2), not type " + type);
    }
    return new PixelView(picture);
  }

  public Size size() {
    return size;
  }

  public int width() {
    return size.width();
  }

  public Strips strips() {
    return new Strips(size.height());
  }

  public boolean hasAlpha() {
    return alpha;
  }

  /** The array that holds the pixels; a row begins at {@link #rowStart}. Not to be written to. */
  public int[] data() {
    return data;
  }

  public int rowStart(int row) {
    return origin + row * stride;
  }

  /** Writes pixels' red, green and blue, a byte each, from an index on. */
  public static void readRgb(int[] pixels, Span span, byte[] out, int to) {
    int o = to;
    for (int i = span.from(); i < span.to(); i++, o += 3) {
      int rgb = pixels[i];
      out[o] = (byte) (rgb >> 16);
      out[o + 1] = (byte) (rgb >> 8);
      out[o + 2] = (byte) rgb;
    }
  }

  /** Some pixels of a row as a span of {@link #data}. */
  public Span span(int row, int from, int to) {
    return new Span(rowStart(row) + from, rowStart(row) + to);
  }

  /** A row as a span of {@link #data}. */
  public Span row(int row) {
    return span(row, 0, width());
  }

  /** What to set in each pixel so that opaque pictures read as {@code argb} too. */
  public int opaqueMask() {
    return alpha ? 0 : 0xff000000;
  }

  /** Throws where this picture is not of a base's size. */
  public void checkSize(Size base) {
    if (!size.equals(base)) {
      throw new IllegalArgumentException("a picture of " + size + " on a base of " + base);
    }
  }

  /** A picture's pixels, row after row, as the caller's own. */
  public static int[] argb(BufferedImage picture) {
    int width = picture.getWidth();
    return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
  }
}
