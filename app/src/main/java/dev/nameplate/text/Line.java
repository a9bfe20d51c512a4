package dev.nameplate.text;

import dev.nameplate.geometry.Box;
import java.awt.Shape;
import java.util.List;

/**
 * One line of set text.
 *
 * @param outline the letters, placed, in pixels at 1x; shared, never changed
 * @param inlays the pictures among them, placed, in pixels at 1x
 * @param baseline y of the baseline, in pixels at 1x
 * @param advance width from pen start to pen end, in pixels at 1x
 * @param ink the bounds of the letters with their outline stroke and of the pictures, in pixels at
 *     1x
 */
public record Line(Shape outline, List<Inlay> inlays, double baseline, double advance, Box ink) {
  public Line {
    inlays = List.copyOf(inlays);
  }
}
