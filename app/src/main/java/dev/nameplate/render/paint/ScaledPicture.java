package dev.nameplate.render.paint;

import java.awt.image.BufferedImage;

/** Part of an image at its size in device pixels; shared, never changed. */
record ScaledPicture(BufferedImage image) {
  long bytes() {
    return 4L * image.getWidth() * image.getHeight();
  }
}
