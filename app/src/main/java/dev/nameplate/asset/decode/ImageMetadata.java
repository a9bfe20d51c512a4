package dev.nameplate.asset.decode;

import java.awt.Rectangle;
import java.util.Optional;

/**
 * The metadata of an image file.
 *
 * @param width in pixels, as stored, before the orientation is applied
 * @param height in pixels, as stored, before the orientation is applied
 * @param frame the position of its first frame; what it does not cover is transparent
 * @param orientation by EXIF, 1 (upright) to 8
 * @param profile ICC profile of its colors; empty for sRGB
 * @param largestPixels the most pixels that any header of the file states
 * @param isBuffered whether decoding holds the whole image in memory even when it is subsampled
 */
record ImageMetadata(
    int width,
    int height,
    Rectangle frame,
    int orientation,
    Optional<byte[]> profile,
    long largestPixels,
    boolean isBuffered) {

  /** Metadata of an image whose frame covers it. */
  static ImageMetadata whole(
      int width, int height, int orientation, Optional<byte[]> profile, boolean isBuffered) {
    return new ImageMetadata(
        width,
        height,
        new Rectangle(width, height),
        orientation,
        profile,
        (long) width * height,
        isBuffered);
  }

  /** Whether its first frame covers the whole image. */
  boolean isCovered() {
    return frame.equals(new Rectangle(width, height));
  }
}
