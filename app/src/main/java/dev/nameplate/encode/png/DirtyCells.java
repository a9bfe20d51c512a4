package dev.nameplate.encode.png;

import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.Rows;
import dev.nameplate.encode.Span;
import dev.nameplate.encode.Strips;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The cells of a picture's filtered rows that are not as in its base: the ink as it came out, not
 * as it was announced.
 */
final class DirtyCells {
  private final CellGrid grid;

  /** For each row the cells whose own pixels differ. */
  private final long[] inked;

  private DirtyCells(CellGrid grid, long[] inked) {
    this.grid = grid;
    this.inked = inked;
  }

  /** Compares the strips that were painted. */
  static DirtyCells of(Rows rows, CellGrid grid) {
    long[] inked = new long[rows.count()];
    BitSet painted = rows.painted();
    Strips strips = new Strips(rows.count());
    for (int s = painted.nextSetBit(0); s >= 0; s = painted.nextSetBit(s + 1)) {
      for (int row = strips.firstRow(s); row < strips.firstRow(s) + strips.rows(s); row++) {
        inked[row] = differing(rows, row, grid);
      }
    }
    return new DirtyCells(grid, inked);
  }

  /** The first row with ink from a row on; -1 where there is none. */
  int nextRow(int from) {
    for (int row = from; row < inked.length; row++) {
      if (inked[row] != 0) {
        return row;
      }
    }
    return -1;
  }

  /** The pixels of a row that may differ. */
  List<Span> pixels(int row) {
    List<Span> spans = new ArrayList<>();
    for (long left = inked[row]; left != 0; left &= left - 1) {
      spans.add(grid.sources(Long.numberOfTrailingZeros(left)));
    }
    return spans;
  }

  /** The cells of a row to code anew, as bits; those below ink too, since filters look up. */
  long ofRow(int row) {
    return row == 0 ? inked[row] : inked[row] | inked[row - 1];
  }

  /** Throws {@link IllegalArgumentException} where cells differ that are not among the loose. */
  void check(MutableCells loose) {
    for (int row = nextRow(0); row >= 0; row = nextRow(row + 1)) {
      loose.check(row, inked[row]);
    }
  }

  /** The strips with cells to code anew. */
  BitSet strips() {
    BitSet strips = new BitSet();
    for (int row = nextRow(0); row >= 0; row = nextRow(row + 1)) {
      strips.set(row / Strips.ROWS);
      if (row + 1 < inked.length) {
        strips.set((row + 1) / Strips.ROWS);
      }
    }
    return strips;
  }

  private static long differing(Rows rows, int row, CellGrid grid) {
    PixelView picture = rows.picture();
    PixelView base = rows.base();
    int from = picture.rowStart(row);
    int baseFrom = base.rowStart(row);
    int width = picture.width();
    int first =
        Arrays.mismatch(
            picture.data(), from, from + width, base.data(), baseFrom, baseFrom + width);
    long differing = 0;
    for (int cell = 0; first >= 0 && cell < grid.count(); cell++) {
      Span pixels = grid.sources(cell);
      if (pixels.to() > first && differ(picture, from, base, baseFrom, pixels)) {
        differing |= 1L << cell;
      }
    }
    return differing;
  }

  /** What stands above an opaque picture's colours means nothing. */
  private static boolean differ(
      PixelView picture, int from, PixelView base, int baseFrom, Span pixels) {
    int[] one = picture.data();
    int[] other = base.data();
    int mask = base.opaqueMask();
    int first =
        Arrays.mismatch(
            one,
            from + pixels.from(),
            from + pixels.to(),
            other,
            baseFrom + pixels.from(),
            baseFrom + pixels.to());
    for (int x = pixels.from() + first; first >= 0 && x < pixels.to(); x++) {
      if ((one[from + x] | mask) != (other[baseFrom + x] | mask)) {
        return true;
      }
    }
    return false;
  }
}
