package dev.nameplate.art;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.function.DoubleUnaryOperator;

/** Shapes that the art is made of. */
final class Forms {
  private static final int STEPS = 720;

  private Forms() {}

  static Shape disc(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  static Shape oval(double x, double y, double radiusX, double radiusY) {
    return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
  }

  static Shape card(double x, double y, double width, double height, double radius) {
    return new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
  }

  static Shape turned(Shape shape, double degrees, double x, double y) {
    return AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y)
        .createTransformedShape(shape);
  }

  /** A closed curve around a point; the radius is a function of the angle in radians. */
  static Path2D ring(double x, double y, DoubleUnaryOperator radius) {
    Path2D path = new Path2D.Double();
    for (int step = 0; step < STEPS; step++) {
      double angle = 2 * Math.PI * step / STEPS;
      double reach = radius.applyAsDouble(angle);
      to(path, x + reach * Math.cos(angle), y + reach * Math.sin(angle));
    }
    path.closePath();
    return path;
  }

  /** An open curve over a range of x. */
  static Path2D graph(double from, double to, DoubleUnaryOperator height) {
    Path2D path = new Path2D.Double();
    for (double x = from; x <= to; x++) {
      to(path, x, height.applyAsDouble(x));
    }
    return path;
  }

  /** What lies under a curve, down to a floor. */
  static Path2D under(double from, double to, double floor, DoubleUnaryOperator height) {
    Path2D path = graph(from, to, height);
    path.lineTo(to, floor);
    path.lineTo(from, floor);
    path.closePath();
    return path;
  }

  /** A smooth curve through points, given as x and y in turn (Catmull-Rom). */
  static Path2D through(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    int last = points.length / 2 - 1;
    for (int at = 0; at < last; at++) {
      int before = Math.max(0, at - 1);
      int after = Math.min(last, at + 2);
      path.curveTo(
          points[2 * at] + (points[2 * at + 2] - points[2 * before]) / 6,
          points[2 * at + 1] + (points[2 * at + 3] - points[2 * before + 1]) / 6,
          points[2 * at + 2] - (points[2 * after] - points[2 * at]) / 6,
          points[2 * at + 3] - (points[2 * after + 1] - points[2 * at + 1]) / 6,
          points[2 * at + 2],
          points[2 * at + 3]);
    }
    return path;
  }

  /**
   * A body that is the same left and right: half widths at heights, as half width and y in turn.
   */
  static Path2D turnedBody(double axis, double... halves) {
    double[] right = new double[halves.length];
    double[] left = new double[halves.length];
    for (int at = 0; at < halves.length; at += 2) {
      right[at] = axis + halves[at];
      right[at + 1] = halves[at + 1];
      left[halves.length - 2 - at] = axis - halves[at];
      left[halves.length - 1 - at] = halves[at + 1];
    }
    Path2D path = through(right);
    path.append(through(left), true);
    path.closePath();
    return path;
  }

  private static void to(Path2D path, double x, double y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }
}
