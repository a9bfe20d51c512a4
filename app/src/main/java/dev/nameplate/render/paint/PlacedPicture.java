package dev.nameplate.render.paint;

import java.awt.image.BufferedImage;

/**
 * A picture at the place where it is drawn, in device pixels.
 *
 * @param image shared, never changed
 */
record PlacedPicture(BufferedImage image, int x, int y) {
  /** The same picture at the nearest whole pixels. */
  PlacedPicture moved(double dx, double dy) {
    return new PlacedPicture(image, (int) Math.round(x + dx), (int) Math.round(y + dy));
  }
}
