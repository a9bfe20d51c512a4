package dev.nameplate.encode;

import java.util.BitSet;

/**
 * The rows of a picture of which only some strips were painted: those of its base elsewhere.
 *
 * @param painted the strips to take from the picture
 */
record Rows(Pixels picture, Pixels base, BitSet painted) {
  /** A picture that was painted as a whole. */
  static Rows of(Pixels picture) {
    return new Rows(picture, picture, new BitSet());
  }

  /** Where a row's pixels lie. */
  Pixels at(int row) {
    return painted.get(row / Strips.ROWS) ? picture : base;
  }

  int count() {
    return base.size().height();
  }
}
