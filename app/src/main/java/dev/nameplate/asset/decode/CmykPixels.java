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
 * The pixels of a JPEG of four inks. As in browsers the values count the paper left free, whatever
 * the file says; a profile of the inks is applied, and without one each ink takes away its share.
 *
 * @param isLuminance whether the first three are stored as luminance and two colors
 * @param profile of the inks
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
    byte[] free = ((DataBufferByte) stored.getDataBuffer()).getData();
    if (isLuminance) {
      unmix(free);
    }
    return profile
        .flatMap(inks -> converted(stored, free, inks))
        .orElseGet(() -> mixed(stored, free));
  }

  /** By name: found by ImageIO it would also take part in reading other files. */
  private static ImageReader reader() {
    try {
      JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
      // Where it finds the platform's reader, which it builds on; it is not registered by this.
      provider.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
      return provider.createReaderInstance();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Luminance and two colors (JFIF 1.02) into three inks, turned round; black stays. */
  private static void unmix(byte[] inks) {
    for (int at = 0; at + INKS <= inks.length; at += INKS) {
      int luminance = inks[at] & 0xff;
      int blue = (inks[at + 1] & 0xff) - 128;
      int red = (inks[at + 2] & 0xff) - 128;
      inks[at] = turned(luminance + 1.402f * red);
      inks[at + 1] = turned(luminance - 0.344136f * blue - 0.714136f * red);
      inks[at + 2] = turned(luminance + 1.772f * blue);
    }
  }

  private static byte turned(float color) {
    return (byte) (255 - Math.max(0, Math.min(255, Math.round(color))));
  }

  private static Optional<BufferedImage> converted(Raster stored, byte[] free, byte[] profile) {
    for (int at = 0; at < free.length; at++) {
      free[at] = (byte) ~free[at];
    }
    Optional<BufferedImage> picture = ColorProfile.toSrgb(stored, profile);
    if (picture.isEmpty()) {
      for (int at = 0; at < free.length; at++) {
        free[at] = (byte) ~free[at];
      }
    }
    return picture;
  }

  private static BufferedImage mixed(Raster stored, byte[] free) {
    int width = stored.getWidth();
    BufferedImage picture =
        new BufferedImage(width, stored.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < stored.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        int at = INKS * (y * width + x);
        int black = free[at + 3] & 0xff;
        row[x] =
            share(free[at], black) << 16
                | share(free[at + 1], black) << 8
                | share(free[at + 2], black);
      }
      picture.setRGB(0, y, width, 1, row, 0, width);
    }
    return picture;
  }

  private static int share(byte color, int black) {
    return ((color & 0xff) * black + 127) / 255;
  }
}
