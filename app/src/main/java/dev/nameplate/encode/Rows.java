package dev.nameplate.encode;

import java.util.BitSet;

/**
 * The rows of a picture of which only some strips are painted; the others are the background's.
 *
 * @param picture of the background's size
 * @param background the image that all other rows are taken from
 * @param painted the strips to take from the picture, from 0 at the top
 */
public record Rows(PixelView picture, PixelView background, BitSet painted) {
  /** The rows of a picture that is painted as a whole. */
  public static Rows of(PixelView picture) {
    return new Rows(picture, picture, new BitSet());
  }

  /** The image that a row's pixels are taken from. */
  public PixelView at(int row) {
    return painted.get(row / Strips.ROWS) ? picture : background;
  }

  /** The number of rows, at least 1. */
  public int count() {
    return background.size().height();
  }
}
