package dev.nameplate.render.paint;

import java.awt.image.BufferedImage;

/**
 * An image with the position of its top left corner, in device pixels.
 *
 * @param image shared, never changed
 */
record PlacedPicture(BufferedImage image, int x, int y) {
  /** The same image, moved and rounded to whole pixels. */
  PlacedPicture moved(double dx, double dy) {
    return new PlacedPicture(image, (int) Math.round(x + dx), (int) Math.round(y + dy));
  }
}
