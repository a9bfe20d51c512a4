package dev.nameplate.asset.decode;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Converts pixels from the color space of an ICC profile (ICC.1) to sRGB. */
final class ColorProfile {
  /**
   * The most bytes of a profile that is read. Camera profiles have kilobytes, press profiles up to
   * 3 MB.
   */
  static final int MOST_BYTES = 4 << 20;

  private static final int HEADER = 128;
  private static final int DEVICE_CLASS = 12;
  private static final int INTENT = 64;
  private static final int[] COLORS = {0, 1, 2};
  private static final int LEVELS = 256;

  private ColorProfile() {}

  /**
   * Whether a profile's data color space is {@code space}: {@code GRAY}, {@code RGB } or {@code
   * CMYK} (ICC.1, 7.2.6).
   */
  static boolean isFor(byte[] profile, String space) {
    if (profile.length < HEADER) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      if (profile[16 + i] != space.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Converts in place. A broken profile is ignored, as in browsers.
   *
   * @param image {@code TYPE_INT_ARGB}; for a gray profile with equal red, green and blue
   * @param profile for RGB or gray; any other is ignored
   */
  static void toSrgb(BufferedImage image, byte[] profile) {
    try {
      if (isFor(profile, "GRAY")) {
        graysToSrgb(image, profile);
      } else if (isFor(profile, "RGB ")) {
        WritableRaster colors =
            image
                .getRaster()
                .createWritableChild(0, 0, image.getWidth(), image.getHeight(), 0, 0, COLORS);
        toSrgb(profile).filter(colors, colors);
      }
    } catch (IllegalArgumentException | CMMException broken) {
      // The pixels stay as they are without color management.
    }
  }

  /**
   * Converts CMYK pixels.
   *
   * @param inks four bands, 0 for no ink to 255 for full ink
   * @param profile for CMYK
   * @return {@code TYPE_INT_RGB}; empty if the profile is broken
   */
  static Optional<BufferedImage> toSrgb(Raster inks, byte[] profile) {
    BufferedImage image =
        new BufferedImage(inks.getWidth(), inks.getHeight(), BufferedImage.TYPE_INT_RGB);
    try {
      toSrgb(profile).filter(inks, image.getRaster());
      return Optional.of(image);
    } catch (IllegalArgumentException | CMMException broken) {
      return Optional.empty();
    }
  }

  private static void graysToSrgb(BufferedImage image, byte[] profile) {
    WritableRaster grays = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, LEVELS, 1, 1, null);
    for (int gray = 0; gray < LEVELS; gray++) {
      grays.setSample(gray, 0, 0, gray);
    }
    BufferedImage table = new BufferedImage(LEVELS, 1, BufferedImage.TYPE_INT_RGB);
    toSrgb(profile).filter(grays, table.getRaster());
    int[] colors = ((DataBufferInt) table.getRaster().getDataBuffer()).getData();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int at = 0; at < pixels.length; at++) {
      pixels[at] = (pixels[at] & 0xff000000) | (colors[pixels[at] & 0xff] & 0xffffff);
    }
  }

  /** Reads every profile as a display profile with perceptual intent, as browsers do. */
  private static ColorConvertOp toSrgb(byte[] profile) {
    byte[] display = Arrays.copyOf(profile, profile.length);
    ByteBuffer header = ByteBuffer.wrap(display);
    header.putInt(DEVICE_CLASS, ICC_Profile.icSigDisplayClass);
    header.putInt(INTENT, ICC_Profile.icPerceptual);
    ICC_Profile[] profiles = {
      ICC_Profile.getInstance(display), ICC_Profile.getInstance(ColorSpace.CS_sRGB)
    };
    return new ColorConvertOp(profiles, null);
  }
}
