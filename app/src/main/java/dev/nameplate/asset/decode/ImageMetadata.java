package dev.nameplate.asset.decode;

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
record ImageMetadata(
    int orientation, Optional<byte[]> profile, long innerPixels, boolean heldWhole) {
  static final ImageMetadata PLAIN = new ImageMetadata(1, Optional.empty(), 0, false);

  /**
   * The facts of a file.
   *
   * @throws AssetException where its outline is broken
   */
  static ImageMetadata of(ImageFormat format, byte[] file) {
    return switch (format) {
      case PNG -> PngMetadata.of(file);
      case JPEG -> JpegMetadata.of(file);
      case WEBP -> WebpMetadata.of(file);
      case GIF -> PLAIN;
    };
  }
}
