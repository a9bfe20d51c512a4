package dev.nameplate.support;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Decodes and compares pictures. */
public final class Pictures {
  private Pictures() {}

  /** The picture of a file; fails where it is none. */
  public static BufferedImage decode(byte[] file) {
    try {
      return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(file)))
          .orElseThrow(() -> new AssertionError("not a picture: " + file.length + " bytes"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
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
