package dev.nameplate.asset;

import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.asset.decode.DecodeLimits;
import dev.nameplate.asset.decode.ImageDecoder;
import java.awt.image.BufferedImage;

/**
 * A decoded image in sRGB.
 *
 * @param name unique among all images, for caches: template digest and path, or the digest of the
 *     file
 * @param image {@code TYPE_INT_ARGB_PRE}; shared, must not be changed
 */
public record DecodedImage(String name, BufferedImage image) {
  /**
   * Decodes a file within the default limits for authors' images.
   *
   * @param name unique among all images
   * @param file PNG, JPEG, GIF or WebP; not kept
   * @return a new upright image in sRGB with that name
   * @throws AssetException if it cannot be decoded or is too large; the message says which
   */
  public static DecodedImage ofBytes(String name, byte[] file) {
    DecodeLimits limits = DecodeLimits.ofAuthors(AssetSettings.DEFAULT.maxPixels());
    return new DecodedImage(name, new ImageDecoder(limits).decode(file));
  }

  /** Its size in memory, in bytes. */
  long bytes() {
    return 4L * image.getWidth() * image.getHeight();
  }
}
