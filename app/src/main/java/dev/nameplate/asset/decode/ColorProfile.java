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

/** Brings pixels from the color space of an ICC profile (ICC.1) into sRGB. */
final class ColorProfile {
  /**
   * Larger ones are not looked at; those of cameras have kilobytes, those of presses up to 3 MB.
   */
  static final int MOST_BYTES = 4 << 20;

  private static final int HEADER = 128;
  private static final int DEVICE_CLASS = 12;
  private static final int INTENT = 64;
  private static final int[] COLORS = {0, 1, 2};
  private static final int LEVELS = 256;

  private ColorProfile() {}

  /** What a profile's device sends: {@code GRAY}, {@code RGB } or {@code CMYK}; others are none. */
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
   * Converts in place; a profile that is broken is passed over, as browsers do.
   *
   * @param image {@code TYPE_INT_ARGB}; its grays as red, green and blue where the profile is one
   *     of grays
   * @param profile of red, green and blue or of grays; another is passed over
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
      // What is left is what a reader without color management shows.
    }
  }

  /**
   * The colors of inks.
   *
   * @param inks four bands, 0 for none and 255 for all of an ink
   * @param profile of such inks
   * @return empty where the profile is broken
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

  /** As browsers read every profile: as one of a screen, by its perceptual tables. */
  private static ColorConvertOp toSrgb(byte[] profile) {
    byte[] display = Arrays.copyOf(profile, profile.length);
    ByteBuffer header = ByteBuffer.wrap(display);
    header.putInt(DEVICE_CLASS, ICC_Profile.icSigDisplayClass);
    header.putInt(INTENT, ICC_Profile.icPerceptual);
    ICC_Profile[] way = {
      ICC_Profile.getInstance(display), ICC_Profile.getInstance(ColorSpace.CS_sRGB)
    };
    return new ColorConvertOp(way, null);
  }
}
