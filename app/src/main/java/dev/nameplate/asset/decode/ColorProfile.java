package dev.nameplate.asset.decode;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;

/** Brings pixels from the colour space of an ICC profile into sRGB. */
final class ColorProfile {
  /** Larger ones are not looked at; those of cameras and screens have a few kilobytes. */
  static final int MOST_BYTES = 1 << 20;

  private static final int[] COLOURS = {0, 1, 2};

  private ColorProfile() {}

  /**
   * Converts in place; a profile that is broken, or not one of red, green and blue, is passed over,
   * as browsers do.
   *
   * @param image {@code TYPE_INT_ARGB}
   */
  static void toSrgb(BufferedImage image, byte[] profile) {
    try {
      ICC_Profile from = ICC_Profile.getInstance(profile);
      if (from.getColorSpaceType() != ColorSpace.TYPE_RGB) {
        return;
      }
      ICC_Profile[] way = {from, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
      WritableRaster colours =
          image
              .getRaster()
              .createWritableChild(0, 0, image.getWidth(), image.getHeight(), 0, 0, COLOURS);
      new ColorConvertOp(way, null).filter(colours, colours);
    } catch (IllegalArgumentException | CMMException broken) {
      // What is left is what a reader without colour management shows.
    }
  }
}
