package dev.nameplate.render.paint;

import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.DeviceBox;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;

/**
 * Puts the edges of upright boxes between device pixels, so that a box that covers the canvas
 * covers every pixel, and boxes that share an edge leave none between them.
 *
 * <p>An edge is rounded to the nearest boundary between two pixels, and from the middle of a pixel
 * to the right or down, as the canvas's own size is rounded. So no box covers a pixel that it did
 * not touch before. A box that would be rounded to no width or height covers the column or row of
 * pixels that its center lies in.
 */
final class PixelGrid {
  /** Tolerance for rounding errors where an edge is the sum of a position and a length. */
  private static final double SLACK = 1e-6;

  private static final int UPRIGHT =
      AffineTransform.TYPE_TRANSLATION
          | AffineTransform.TYPE_QUADRANT_ROTATION
          | AffineTransform.TYPE_FLIP;

  private PixelGrid() {}

  /** A box of device pixels in whole ones; at least one wide and high where the box has a size. */
  static DeviceBox snapped(Box box) {
    int left = edge(box.x());
    int top = edge(box.y());
    int right = edge(box.right());
    int bottom = edge(box.bottom());
    boolean thin = right <= left && box.width() > 0;
    boolean flat = bottom <= top && box.height() > 0;
    return new DeviceBox(
        thin ? (int) Math.floor(box.centerX()) : left,
        flat ? (int) Math.floor(box.centerY()) : top,
        thin ? 1 : Math.max(0, right - left),
        flat ? 1 : Math.max(0, bottom - top));
  }

  /**
   * The box, in the units of some graphics, that covers whole device pixels; the box as it is where
   * its edges are not upright on the device.
   *
   * @param toDevice of the graphics
   */
  static Box snapped(Box box, AffineTransform toDevice) {
    if ((toDevice.getType() & ~UPRIGHT) != 0) {
      return box;
    }
    Rectangle2D seen = toDevice.createTransformedShape(rectangle(box)).getBounds2D();
    DeviceBox whole = snapped(new Box(seen.getX(), seen.getY(), seen.getWidth(), seen.getHeight()));
    try {
      Rectangle2D back =
          toDevice
              .createInverse()
              .createTransformedShape(
                  new Rectangle2D.Double(whole.x(), whole.y(), whole.width(), whole.height()))
              .getBounds2D();
      return new Box(back.getX(), back.getY(), back.getWidth(), back.getHeight());
    } catch (NoninvertibleTransformException impossible) {
      return box;
    }
  }

  /** The shape of a box. */
  static Rectangle2D rectangle(Box box) {
    return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
  }

  private static int edge(double at) {
    return (int) Math.floor(at + 0.5 + SLACK);
  }
}
