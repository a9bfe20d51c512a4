package dev.nameplate.render.paint;

import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Position;
import dev.nameplate.template.layer.ImageLayer.Fit;

/**
 * The part of an image that is shown, with its size and position in a box.
 *
 * @param sourceX left edge of the part, in the image's own pixels
 * @param sourceY top edge of the part
 * @param sourceWidth width of the part, at least 1
 * @param sourceHeight height of the part, at least 1
 * @param left column of the part in its box, in device pixels
 * @param top row of the part in its box
 * @param width of the part as shown, in device pixels, at least 1
 * @param height of the part as shown, at least 1
 */
record ImageCrop(
    int sourceX,
    int sourceY,
    int sourceWidth,
    int sourceHeight,
    int left,
    int top,
    int width,
    int height) {

  /** The crop of an image for a box of device pixels, both at least 1 × 1. */
  static ImageCrop of(
      int pictureWidth, int pictureHeight, DeviceBox box, Fit fit, Position position) {
    if (fit == Fit.FILL) {
      return new ImageCrop(0, 0, pictureWidth, pictureHeight, 0, 0, box.width(), box.height());
    }
    double horizontal = (double) box.width() / pictureWidth;
    double vertical = (double) box.height() / pictureHeight;
    if (fit == Fit.CONTAIN) {
      double factor = Math.min(horizontal, vertical);
      int width = atLeastOne(pictureWidth * factor);
      int height = atLeastOne(pictureHeight * factor);
      return new ImageCrop(
          0,
          0,
          pictureWidth,
          pictureHeight,
          (int) Math.round((box.width() - width) * position.x()),
          (int) Math.round((box.height() - height) * position.y()),
          width,
          height);
    }
    double factor = Math.max(horizontal, vertical);
    int width = Math.min(pictureWidth, atLeastOne(box.width() / factor));
    int height = Math.min(pictureHeight, atLeastOne(box.height() / factor));
    return new ImageCrop(
        (int) Math.round((pictureWidth - width) * position.x()),
        (int) Math.round((pictureHeight - height) * position.y()),
        width,
        height,
        0,
        0,
        box.width(),
        box.height());
  }

  private static int atLeastOne(double length) {
    return Math.max(1, (int) Math.round(length));
  }
}
