package dev.nameplate.asset.decode;

import java.awt.Rectangle;
import java.util.Optional;

/**
 * What a picture's file says of itself before its pixels.
 *
 * @param width of the picture as it is stored, in pixels, before it is turned upright
 * @param height as its width
 * @param frame where its first frame stands in it; what is not covered is transparent
 * @param orientation EXIF's, 1 (upright) to 8
 * @param profile ICC profile of its colors; absent for sRGB
 * @param largestPixels the most pixels that any of the file's headers announce
 * @param isBuffered whether decoding holds the whole picture in memory, however little is wanted
 */
record ImageMetadata(
    int width,
    int height,
    Rectangle frame,
    int orientation,
    Optional<byte[]> profile,
    long largestPixels,
    boolean isBuffered) {

  /** Of a picture whose one frame covers it. */
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

  /** Whether its first frame leaves nothing uncovered. */
  boolean isCovered() {
    return frame.equals(new Rectangle(width, height));
  }
}
