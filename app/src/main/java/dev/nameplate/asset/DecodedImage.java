package dev.nameplate.asset;

import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.asset.decode.PictureDecoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A decoded picture in sRGB.
 *
 * @param name what tells it from every other, for caches: template digest and path
 * @param image {@code TYPE_INT_ARGB_PRE}; shared, never changed
 */
public record DecodedImage(String name, BufferedImage image) {
  /**
   * The picture of a PNG or JPEG file.
   *
   * @throws AssetException where it is neither, or too large
   */
  public static DecodedImage ofBytes(String name, byte[] file) {
    PictureDecoder decoder = new PictureDecoder(AssetSettings.DEFAULT.maxPixels());
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      return new DecodedImage(name, decoder.decode(stream));
    } catch (IOException broken) {
      throw new AssetException(name + " cannot be decoded", broken);
    }
  }

  /** What it takes in memory. */
  long bytes() {
    return 4L * image.getWidth() * image.getHeight();
  }
}
