package dev.nameplate.render;

import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Strip;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The rows of adjacent strips.
 *
 * @param top first row
 * @param bottom row after the last one
 */
record RowRun(int top, int bottom) {
  /** The rows of some strips, adjacent ones joined, from the top down. */
  static List<RowRun> of(BitSet strips, int height) {
    List<RowRun> runs = new ArrayList<>();
    for (int first = strips.nextSetBit(0); first >= 0; ) {
      int after = strips.nextClearBit(first);
      int top = first * Strip.ROWS;
      runs.add(new RowRun(top, Math.min(after * Strip.ROWS, height)));
      first = strips.nextSetBit(after);
    }
    return runs;
  }

  /** Whether a layer with these bounds, in device pixels, may paint on the rows. */
  boolean meets(Box bounds) {
    return bounds.bottom() + 1 > top && bounds.y() - 1 < bottom;
  }
}
