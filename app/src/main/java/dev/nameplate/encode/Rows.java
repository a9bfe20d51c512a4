package dev.nameplate.encode;

import java.util.BitSet;

/**
 * The rows of a picture of which only some strips were painted: those of its base elsewhere.
 *
 * @param painted the strips to take from the picture
 */
public record Rows(PixelView picture, PixelView base, BitSet painted) {
  /** A picture that was painted as a whole. */
  public static Rows of(PixelView picture) {
    return new Rows(picture, picture, new BitSet());
  }

  /** Where a row's pixels lie. */
  public PixelView at(int row) {
    return painted.get(row / Strips.ROWS) ? picture : base;
  }

  public int count() {
    return base.size().height();
  }
}
