package dev.nameplate.support;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes and compares pictures. */
public final class Pictures {
  private Pictures() {}

  /** The picture of a file; fails where it is none. */
  public static BufferedImage decode(byte[] file) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new AssertionError("not a picture: " + file.length + " bytes");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return decoded(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A PNG's samples are read in the order of the file, which takes a fraction of the time. */
  private static BufferedImage decoded(ImageReader reader) throws IOException {
    if (reader.getFormatName().equals("png")) {
      for (Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0); types.hasNext(); ) {
        ImageTypeSpecifier type = types.next();
        if (type.getSampleModel() instanceof PixelInterleavedSampleModel samples
            && samples.getNumBands() >= 3
            && samples.getDataType() == DataBuffer.TYPE_BYTE
            && samples.getBandOffsets()[0] == 0) {
          ImageReadParam parameters = reader.getDefaultReadParam();
          parameters.setDestinationType(type);
          return packed(reader.read(0, parameters).getRaster());
        }
      }
    }
    return reader.read(0);
  }

  /** A picture of samples of RGB or RGBA, with a pixel in one number. */
  private static BufferedImage packed(Raster raster) {
    byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
    int bands = raster.getNumBands();
    BufferedImage picture =
        new BufferedImage(
            raster.getWidth(),
            raster.getHeight(),
            bands == 4 ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    for (int at = 0, from = 0; at < pixels.length; at++, from += bands) {
      int alpha = bands == 4 ? samples[from + 3] : 0xff;
      pixels[at] =
          alpha << 24
              | (samples[from] & 0xff) << 16
              | (samples[from + 1] & 0xff) << 8
              | (samples[from + 2] & 0xff);
    }
    return picture;
  }

  /** The largest difference of any channel of any pixel; 256 where the sizes differ. */
  public static int largestDifference(BufferedImage one, BufferedImage other) {
    if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
      return 256;
    }
    int[] ones = argb(one);
    int[] others = argb(other);
    int largest = 0;
    int at = Arrays.mismatch(ones, others);
    for (int i = Math.max(at, 0); at >= 0 && i < ones.length; i++) {
      largest = Math.max(largest, difference(ones[i], others[i]));
    }
    return largest;
  }

  /** A picture's pixels with straight alpha, row after row. */
  public static int[] argb(BufferedImage picture) {
    BufferedImage copy =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
    return ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
  }

  /** The share of pixels that differ by more than a tolerance in any channel. */
  public static double shareOver(BufferedImage one, BufferedImage other, int tolerance) {
    int[] ones = argb(one);
    int[] others = argb(other);
    int over = 0;
    for (int i = 0; i < ones.length; i++) {
      over += difference(ones[i], others[i]) > tolerance ? 1 : 0;
    }
    return (double) over / ones.length;
  }

  private static int difference(int one, int other) {
    if (one >>> 24 == 0 && other >>> 24 == 0) {
      return 0;
    }
    int largest = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      largest = Math.max(largest, Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff)));
    }
    return largest;
  }
}
