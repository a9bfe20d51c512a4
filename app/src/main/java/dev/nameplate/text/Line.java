package dev.nameplate.text;

import dev.nameplate.geometry.Box;
import dev.nameplate.text.glyph.GlyphRun;
import dev.nameplate.text.glyph.InlineImage;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * One line of set text.
 *
 * @param letters its placed outlines, in pixels at 1x
 * @param images its placed inline images, in pixels at 1x; empty if it has none
 * @param start x of its left end, in pixels at 1x
 * @param baseline y of the baseline, in pixels at 1x
 * @param advance width from pen start to pen end, in pixels at 1x
 * @param ink the bounds of the letters, with their outline stroke, and of the images, in pixels at
 *     1x; an empty box if nothing is visible
 */
public record Line(
    GlyphRun letters,
    List<InlineImage> images,
    double start,
    double baseline,
    double advance,
    Box ink) {
  /** Copies the list. */
  public Line {
    images = List.copyOf(images);
  }

  /** A copy moved by a distance, in pixels at 1x. */
  Line moved(double dx, double dy) {
    return new Line(
        letters.placed(AffineTransform.getTranslateInstance(dx, dy)),
        images.stream().map(inlineImage -> inlineImage.placed(1, dx, dy)).toList(),
        start + dx,
        baseline + dy,
        advance,
        ink.moved(dx, dy));
  }
}
