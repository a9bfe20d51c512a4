package dev.nameplate.render.paint;

import java.awt.image.BufferedImage;

/** A part of a picture at the size it is shown; shared, never changed. */
record ScaledPicture(BufferedImage image) {
  long bytes() {
    return 4L * image.getWidth() * image.getHeight();
  }
}
