package dev.nameplate.asset;

import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.asset.decode.DecodeLimits;
import dev.nameplate.asset.decode.ImageDecoder;
import java.awt.image.BufferedImage;

/**
 * A decoded picture in sRGB.
 *
 * @param name what tells it from every other, for caches: template digest and path
 * @param image {@code TYPE_INT_ARGB_PRE}; shared, never changed
 */
public record DecodedImage(String name, BufferedImage image) {
  /**
   * The picture of a file.
   *
   * @throws AssetException where it does not decode, or is too large; the message says which
   */
  public static DecodedImage ofBytes(String name, byte[] file) {
    DecodeLimits limits = DecodeLimits.ofAuthors(AssetSettings.DEFAULT.maxPixels());
    return new DecodedImage(name, new ImageDecoder(limits).decode(file));
  }

  /** What it takes in memory. */
  long bytes() {
    return 4L * image.getWidth() * image.getHeight();
  }
}
