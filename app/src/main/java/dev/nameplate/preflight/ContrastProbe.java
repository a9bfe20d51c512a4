package dev.nameplate.preflight;

import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Rgba;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Measures the contrast of letters with their background (WCAG 2.2, "contrast ratio").
 *
 * @param letters alone on a transparent picture
 * @param ground opaque, of the same size, without the letters
 */
record ContrastProbe(BufferedImage letters, BufferedImage ground) {
  private static final double NO_LETTERS = 21;

  /**
   * The contrast ratio that the edges of the letters have at least, 1 to 21; 21 where there are no
   * letters.
   *
   * @param bounds where to look
   * @param tolerance share of the edge's pixels that may have less, 0 to 1
   */
  double contrast(Box bounds, double tolerance) {
    Box inside = bounds.grown(1).intersect(new Box(0, 0, letters.getWidth(), letters.getHeight()));
    int covered = mostCovered(inside);
    double[] ratios = new double[letters.getWidth() * letters.getHeight()];
    int found = 0;
    for (int y = (int) inside.y(); y < inside.bottom(); y++) {
      for (int x = (int) inside.x(); x < inside.right(); x++) {
        if (isEdge(x, y, covered)) {
          ratios[found++] = contrastAt(x, y, covered);
        }
      }
    }
    if (found == 0) {
      return NO_LETTERS;
    }
    Arrays.sort(ratios, 0, found);
    return ratios[(int) (found * tolerance)];
  }

  /** The alpha of a pixel inside a letter, which is that of the layer. */
  private int mostCovered(Box inside) {
    int most = 0;
    for (int y = (int) inside.y(); y < inside.bottom(); y++) {
      for (int x = (int) inside.x(); x < inside.right(); x++) {
        most = Math.max(most, letters.getRGB(x, y) >>> 24);
      }
    }
    return most;
  }

  private boolean isEdge(int x, int y, int covered) {
    return isInk(x, y, covered)
        && !(isInk(x - 1, y, covered)
            && isInk(x + 1, y, covered)
            && isInk(x, y - 1, covered)
            && isInk(x, y + 1, covered));
  }

  private boolean isInk(int x, int y, int covered) {
    boolean inside = x >= 0 && y >= 0 && x < letters.getWidth() && y < letters.getHeight();
    return inside && covered > 0 && 2 * (letters.getRGB(x, y) >>> 24) >= covered;
  }

  /** The contrast of the letter's color at full coverage with the ground behind it. */
  private double contrastAt(int x, int y, int covered) {
    Rgba letter = new Rgba(letters.getRGB(x, y));
    Rgba behind = new Rgba(ground.getRGB(x, y));
    double alpha = covered / 255.0;
    int red = mixed(letter.red(), behind.red(), alpha);
    int green = mixed(letter.green(), behind.green(), alpha);
    int blue = mixed(letter.blue(), behind.blue(), alpha);
    return new Rgba(0xff000000 | red << 16 | green << 8 | blue).contrastWith(behind);
  }

  private static int mixed(int over, int under, double alpha) {
    return (int) Math.round(over * alpha + under * (1 - alpha));
  }
}
