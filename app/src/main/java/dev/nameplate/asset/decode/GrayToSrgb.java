package dev.nameplate.asset.decode;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;

/**
 * Converts gray images with alpha to sRGB. Their samples are sRGB values already (PNG, third
 * edition, 4.3), but the JDK takes them for linear light and shows 128 as 188.
 */
final class GrayToSrgb {
  private static final int MOST = 255;

  private GrayToSrgb() {}

  /** A gray image with alpha as {@code TYPE_INT_ARGB}; any other image unchanged. */
  static BufferedImage asColors(BufferedImage picture) {
    ColorModel model = picture.getColorModel();
    if (model.getColorSpace().getType() != ColorSpace.TYPE_GRAY || !model.hasAlpha()) {
      return picture;
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage colors = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Raster raster = picture.getRaster();
    int mostGray = (1 << model.getComponentSize(0)) - 1;
    int mostAlpha = (1 << model.getComponentSize(1)) - 1;
    int[] grays = new int[width];
    int[] alphas = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, 0, grays);
      raster.getSamples(0, y, width, 1, 1, alphas);
      for (int x = 0; x < width; x++) {
        int gray = grays[x] * MOST / mostGray;
        int alpha = alphas[x] * MOST / mostAlpha;
        grays[x] = alpha << 24 | gray << 16 | gray << 8 | gray;
      }
      colors.setRGB(0, y, width, 1, grays, 0, width);
    }
    return colors;
  }
}
