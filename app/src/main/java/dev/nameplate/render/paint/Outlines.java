package dev.nameplate.render.paint;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Outlines that are filled together, each with the way to where it stands. */
final class Outlines {
  private final List<Outline> parts = new ArrayList<>();

  /**
   * An outline that has not been moved yet.
   *
   * @param toDevice to device pixels; it turns nothing
   */
  record Outline(Shape shape, AffineTransform toDevice) {}

  void add(Shape shape, AffineTransform toDevice) {
    parts.add(new Outline(shape, toDevice));
  }

  List<Outline> parts() {
    return parts;
  }

  /** All of them, moved. */
  Path2D joined() {
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    parts.forEach(part -> all.append(part.shape().getPathIterator(part.toDevice()), false));
    return all;
  }

  /** What they cover, the points that bend curves included; empty where they cover nothing. */
  Rectangle2D bounds() {
    Rectangle2D all = new Rectangle2D.Double();
    for (Outline part : parts) {
      Rectangle2D own = part.shape().getBounds2D();
      if (!own.isEmpty()) {
        Rectangle2D placed = part.toDevice().createTransformedShape(own).getBounds2D();
        all = all.isEmpty() ? placed : all.createUnion(placed);
      }
    }
    return all;
  }
}
