package dev.nameplate.text;

import dev.nameplate.geometry.Box;
import dev.nameplate.text.glyph.GlyphRun;
import dev.nameplate.text.glyph.InlineImage;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * One line of set text.
 *
 * @param letters placed, in pixels at 1x
 * @param inlays the pictures among them, placed, in pixels at 1x
 * @param start x of its left end, in pixels at 1x
 * @param baseline y of the baseline, in pixels at 1x
 * @param advance width from pen start to pen end, in pixels at 1x
 * @param ink the bounds of the letters with their outline stroke and of the pictures, in pixels at
 *     1x
 */
public record Line(
    GlyphRun letters,
    List<InlineImage> inlays,
    double start,
    double baseline,
    double advance,
    Box ink) {
  public Line {
    inlays = List.copyOf(inlays);
  }

  /** This one at another place. */
  Line moved(double dx, double dy) {
    return new Line(
        letters.placed(AffineTransform.getTranslateInstance(dx, dy)),
        inlays.stream().map(inlineImage -> inlineImage.placed(1, dx, dy)).toList(),
        start + dx,
        baseline + dy,
        advance,
        ink.moved(dx, dy));
  }
}
