package dev.nameplate.text.glyph;

import dev.nameplate.geometry.Box;

/**
 * An image that is set in a line like a letter: a color emoji.
 *
 * @param picture the image
 * @param box where it is drawn, in the units of the line it belongs to
 */
public record InlineImage(GlyphPicture picture, Box box) {
  /**
   * Returns a copy scaled around the origin by a factor, then moved.
   *
   * @param dx the distance to the right, in the units of the result
   * @param dy the distance downwards, in the units of the result
   */
  public InlineImage placed(double factor, double dx, double dy) {
    return new InlineImage(picture, box.times(factor).moved(dx, dy));
  }
}
