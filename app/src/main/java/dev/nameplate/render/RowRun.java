package dev.nameplate.render;

import dev.nameplate.geometry.Box;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Rows of neighbouring strips.
 *
 * @param top first row
 * @param bottom row after the last
 */
record RowRun(int top, int bottom) {
  /** The rows of strips, from the top down. */
  static List<RowRun> of(BitSet strips, int height) {
    List<RowRun> runs = new ArrayList<>();
    for (int first = strips.nextSetBit(0); first >= 0; ) {
      int after = strips.nextClearBit(first);
      int top = first * Renderer.STRIP_ROWS;
      runs.add(new RowRun(top, Math.min(after * Renderer.STRIP_ROWS, height)));
      first = strips.nextSetBit(after);
    }
    return runs;
  }

  /** Whether something with these bounds in device pixels may touch the rows. */
  boolean meets(Box bounds) {
    return bounds.bottom() + 1 > top && bounds.y() - 1 < bottom;
  }
}
