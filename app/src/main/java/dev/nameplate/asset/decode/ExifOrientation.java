package dev.nameplate.asset.decode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The orientation of an image (EXIF 2.32, tag 274). Only this tag is read, so that no memory is
 * allocated by lengths that a file states.
 */
final class ExifOrientation {
  static final int UPRIGHT = 1;

  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY_BYTES = 12;

  private ExifOrientation() {}

  /** The orientation in a TIFF structure, 1 to 8; 1 (upright) if there is none or it is broken. */
  static int of(ByteBuffer exif) {
    ByteBuffer tiff = exif.slice();
    if (tiff.remaining() < 8) {
      return UPRIGHT;
    }
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return UPRIGHT;
    }
    int entries = Short.toUnsignedInt(tiff.getShort(directory));
    for (int i = 0; i < entries; i++) {
      int at = directory + 2 + i * ENTRY_BYTES;
      if (at + ENTRY_BYTES > tiff.limit()) {
        return UPRIGHT;
      }
      if (Short.toUnsignedInt(tiff.getShort(at)) == TAG && tiff.getShort(at + 2) == SHORT) {
        int orientation = Short.toUnsignedInt(tiff.getShort(at + 8));
        return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /**
   * Rotates and mirrors an image so that it is upright.
   *
   * @param image of {@code int} pixels without padding; not changed
   * @param orientation 1 to 8
   * @return the image itself if it is upright
   */
  static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation == UPRIGHT) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    boolean isTransposed = orientation >= 5;
    BufferedImage turned =
        new BufferedImage(
            isTransposed ? height : width, isTransposed ? width : height, image.getType());
    int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int[] to = ((DataBufferInt) turned.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        to[place(orientation, x, y, width, height)] = from[y * width + x];
      }
    }
    return turned;
  }

  /**
   * The index of a pixel in the upright image, which is {@code height} pixels wide for orientations
   * 5 to 8.
   */
  private static int place(int orientation, int x, int y, int width, int height) {
    int right = width - 1 - x;
    int below = height - 1 - y;
    return switch (orientation) {
      case 2 -> y * width + right;
      case 3 -> below * width + right;
      case 4 -> below * width + x;
      case 5 -> x * height + y;
      case 6 -> x * height + below;
      case 7 -> right * height + below;
      default -> right * height + y;
    };
  }
}
