package dev.nameplate.asset;

import java.util.Optional;

/**
 * What a picture's file says of itself before its pixels.
 *
 * @param orientation EXIF's, 1 (upright) to 8
 * @param profile an ICC profile that the reader of the format does not apply itself
 * @param innerPixels the largest frame that the file's inner headers announce; 0 where only the
 *     outer one counts
 * @param heldWhole whether decoding holds the whole picture in memory, however little of it is
 *     wanted
 */
record FileFacts(int orientation, Optional<byte[]> profile, long innerPixels, boolean heldWhole) {
  static final FileFacts PLAIN = new FileFacts(1, Optional.empty(), 0, false);

  /**
   * The facts of a file.
   *
   * @throws AssetException where its outline is broken
   */
  static FileFacts of(PictureFormat format, byte[] file) {
    return switch (format) {
      case PNG -> PngFacts.of(file);
      case JPEG -> JpegFacts.of(file);
      case WEBP -> WebpFacts.of(file);
      case GIF -> PLAIN;
    };
  }
}
