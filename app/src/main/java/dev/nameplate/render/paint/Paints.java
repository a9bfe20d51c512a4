package dev.nameplate.render.paint;

import dev.nameplate.geometry.Box;
import dev.nameplate.template.layer.Fill;
import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import java.util.List;

/** Converts fills to Java2D paints. */
final class Paints {
  private Paints() {}

  /** The paint that fills a box of device pixels. */
  static Paint of(Fill fill, Box box) {
    if (fill instanceof Fill.Linear linear) {
      return linear(linear, box);
    }
    if (fill instanceof Fill.Radial radial) {
      return radial(radial, box);
    }
    return new Color(((Fill.Solid) fill).color().argb(), true);
  }

  /** The gradient line of CSS Images 3, section 3.1, which is just long enough for the corners. */
  private static Paint linear(Fill.Linear fill, Box box) {
    double sin = Math.sin(Math.toRadians(fill.angle()));
    double cos = Math.cos(Math.toRadians(fill.angle()));
    double half = (Math.abs(box.width() * sin) + Math.abs(box.height() * cos)) / 2;
    return new LinearGradientPaint(
        new Point2D.Double(box.centerX() - sin * half, box.centerY() + cos * half),
        new Point2D.Double(box.centerX() + sin * half, box.centerY() - cos * half),
        fractions(fill.stops()),
        colors(fill.stops()));
  }

  private static Paint radial(Fill.Radial fill, Box box) {
    double radius = fill.radius() * Math.max(box.width(), box.height());
    return new RadialGradientPaint(
        new Point2D.Double(
            box.x() + fill.center().x() * box.width(), box.y() + fill.center().y() * box.height()),
        (float) radius,
        fractions(fill.stops()),
        colors(fill.stops()));
  }

  private static float[] fractions(List<Fill.Stop> stops) {
    float[] fractions = new float[stops.size()];
    for (int stop = 0; stop < fractions.length; stop++) {
      fractions[stop] = (float) stops.get(stop).at();
    }
    return fractions;
  }

  private static Color[] colors(List<Fill.Stop> stops) {
    return stops.stream().map(stop -> new Color(stop.color().argb(), true)).toArray(Color[]::new);
  }
}
