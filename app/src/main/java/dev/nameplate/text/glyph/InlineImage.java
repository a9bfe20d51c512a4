package dev.nameplate.text.glyph;

import dev.nameplate.geometry.Box;

/**
 * A picture that stands in a line like a letter: a colour emoji.
 *
 * @param box where it stands, in the units of the line it belongs to
 */
public record InlineImage(GlyphPicture picture, Box box) {
  /** This one larger by a factor, then moved. */
  public InlineImage placed(double factor, double dx, double dy) {
    return new InlineImage(picture, box.times(factor).moved(dx, dy));
  }
}
