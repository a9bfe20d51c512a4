package dev.nameplate.bench.letters;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.List;
import java.util.Locale;

/**
 * A line as the page draws it twice.
 *
 * @param line what is drawn
 * @param pieces its text with its fonts, in logical order; one piece if it is written from the
 *     right
 * @param rightToLeft the base direction
 * @param path our outlines, as the value of SVG {@code d}, in pixels
 * @param advance our width in pixels
 */
record Pair(CldrLine line, List<Piece> pieces, boolean rightToLeft, String path, double advance) {
  /**
   * A part of the text.
   *
   * @param fonts the families in order, as the value of CSS {@code font-family}
   */
  record Piece(String text, String fonts) {}

  /** Pixels per em. */
  static final int SIZE = 64;

  /** Returns outlines in ems as the value of SVG {@code d}, in pixels. */
  static String path(Shape outline) {
    StringBuilder path = new StringBuilder();
    double[] points = new double[6];
    for (PathIterator at = outline.getPathIterator(null); !at.isDone(); at.next()) {
      int kind = at.currentSegment(points);
      path.append("MLQCZ".charAt(kind));
      int numbers = kind == PathIterator.SEG_CLOSE ? 0 : kind <= 1 ? 2 : 2 * kind;
      for (int number = 0; number < numbers; number++) {
        path.append(number == 0 ? "" : " ").append(rounded(points[number] * SIZE));
      }
    }
    return path.toString();
  }

  private static String rounded(double number) {
    long hundredths = Math.round(number * 100);
    return hundredths % 100 == 0
        ? Long.toString(hundredths / 100)
        : String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
  }
}
