package dev.nameplate.art;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;

/** Colours and gradients; stops are spread evenly. */
final class Ink {
  private Ink() {}

  /** A colour written {@code #rrggbb}. */
  static Color hex(String text) {
    return new Color(Integer.parseInt(text.substring(1), 16));
  }

  /** The colour at another opacity, 0 to 1. */
  static Color alpha(Color color, double opacity) {
    int alpha = (int) Math.round(255 * opacity);
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  static Color alpha(String text, double opacity) {
    return alpha(hex(text), opacity);
  }

  static Paint down(double top, double bottom, Color... colors) {
    return linear(0, top, 0, bottom, colors);
  }

  static Paint linear(double x1, double y1, double x2, double y2, Color... colors) {
    return new LinearGradientPaint(
        (float) x1, (float) y1, (float) x2, (float) y2, even(colors.length), colors);
  }

  static Paint radial(double x, double y, double radius, Color... colors) {
    return new RadialGradientPaint(
        (float) x, (float) y, (float) radius, even(colors.length), colors);
  }

  private static float[] even(int count) {
    float[] stops = new float[count];
    for (int stop = 0; stop < count; stop++) {
      stops[stop] = (float) stop / (count - 1);
    }
    return stops;
  }
}
