package dev.nameplate.asset;

import java.awt.image.BufferedImage;

/**
 * A decoded picture in sRGB.
 *
 * @param name what tells it from every other, for caches: template digest and path
 * @param image {@code TYPE_INT_ARGB_PRE}; shared, never changed
 */
public record Asset(String name, BufferedImage image) {
  /** What it takes in memory. */
  long bytes() {
    return 4L * image.getWidth() * image.getHeight();
  }
}
