package dev.nameplate.text;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** Outlines as text, to be compared. */
public final class Outlines {
  private Outlines() {}

  /** Every step of the path with three digits after the point. */
  public static String written(Shape shape) {
    StringBuilder out = new StringBuilder();
    double[] points = new double[6];
    int[] counts = {1, 1, 2, 3, 0};
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      int step = path.currentSegment(points);
      out.append(step);
      for (int point = 0; point < 2 * counts[step]; point++) {
        out.append(String.format(Locale.ROOT, " %.3f", points[point] + 0.0));
      }
      out.append('\n');
    }
    return out.toString();
  }
}
