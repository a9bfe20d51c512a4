package dev.nameplate.render.paint;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Outlines that are filled together, each with its own transform. */
final class Outlines {
  private final List<Outline> parts = new ArrayList<>();

  /**
   * An untransformed outline.
   *
   * @param toDevice transform to device pixels, without rotation
   */
  record Outline(Shape shape, AffineTransform toDevice) {}

  void add(Shape shape, AffineTransform toDevice) {
    parts.add(new Outline(shape, toDevice));
  }

  List<Outline> parts() {
    return parts;
  }

  /** All outlines in device pixels, as one path. */
  Path2D joined() {
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    parts.forEach(part -> all.append(part.shape().getPathIterator(part.toDevice()), false));
    return all;
  }

  /** Their bounds in device pixels, control points included; empty if there is no outline. */
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
