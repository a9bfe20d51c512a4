package dev.nameplate.asset.decode;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import dev.nameplate.asset.decode.jpeg.JpegScans;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Decodes the pixels of a CMYK JPEG. As in browsers values are inverted, 255 for no ink, whatever
 * the file says. An ICC profile is applied; without one, each color is multiplied by black.
 *
 * @param isLuminance whether the first three components are stored as luminance and chrominance
 *     (YCCK)
 * @param profile ICC profile for CMYK; empty if the file has none
 */
record CmykPixels(JpegScans scans, boolean isLuminance, Optional<byte[]> profile)
    implements PixelReader {
  private static final int INKS = 4;

  @Override
  public BufferedImage read(int step, BooleanSupplier isLate) throws IOException {
    Raster stored =
        JpegPixels.read(
            scans,
            CmykPixels::reader,
            (reader, param) -> reader.readRaster(0, param),
            step,
            isLate);
    if (stored.getNumBands() != INKS || !(stored.getDataBuffer() instanceof DataBufferByte)) {
      throw new AssetException("the four inks of the JPEG cannot be read");
    }
    byte[] inverted = ((DataBufferByte) stored.getDataBuffer()).getData();
    if (isLuminance) {
      unmix(inverted);
    }
    return profile
        .flatMap(inks -> converted(stored, inverted, inks))
        .orElseGet(() -> mixed(stored, inverted));
  }

  /** Created by name: if it were registered with ImageIO, it would be used for other files too. */
  private static ImageReader reader() {
    try {
      JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
      // Lets it find the platform's reader, which it uses; this does not register it.
      provider.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
      return provider.createReaderInstance();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Converts luminance and chrominance (JFIF 1.02) to RGB and inverts each color; black stays. */
  private static void unmix(byte[] inks) {
    for (int at = 0; at + INKS <= inks.length; at += INKS) {
      int luminance = inks[at] & 0xff;
      int blue = (inks[at + 1] & 0xff) - 128;
      int red = (inks[at + 2] & 0xff) - 128;
      inks[at] = invertedByte(luminance + 1.402f * red);
      inks[at + 1] = invertedByte(luminance - 0.344136f * blue - 0.714136f * red);
      inks[at + 2] = invertedByte(luminance + 1.772f * blue);
    }
  }

  private static byte invertedByte(float color) {
    return (byte) (255 - Math.max(0, Math.min(255, Math.round(color))));
  }

  private static Optional<BufferedImage> converted(Raster stored, byte[] inverted, byte[] profile) {
    for (int at = 0; at < inverted.length; at++) {
      inverted[at] = (byte) ~inverted[at];
    }
    Optional<BufferedImage> picture = ColorProfile.toSrgb(stored, profile);
    if (picture.isEmpty()) {
      for (int at = 0; at < inverted.length; at++) {
        inverted[at] = (byte) ~inverted[at];
      }
    }
    return picture;
  }

  private static BufferedImage mixed(Raster stored, byte[] inverted) {
    int width = stored.getWidth();
    BufferedImage picture =
        new BufferedImage(width, stored.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < stored.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        int at = INKS * (y * width + x);
        int black = inverted[at + 3] & 0xff;
        row[x] =
            share(inverted[at], black) << 16
                | share(inverted[at + 1], black) << 8
                | share(inverted[at + 2], black);
      }
      picture.setRGB(0, y, width, 1, row, 0, width);
    }
    return picture;
  }

  private static int share(byte color, int black) {
    return ((color & 0xff) * black + 127) / 255;
  }
}
