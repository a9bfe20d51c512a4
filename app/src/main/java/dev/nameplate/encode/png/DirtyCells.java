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
 * The cells of a picture's filtered rows that differ from its background, found by comparing
 * pixels.
 */
final class DirtyCells {
  private final CellGrid grid;

  /** For each row the cells whose own pixels differ. */
  private final long[] dirty;

  private DirtyCells(CellGrid grid, long[] dirty) {
    this.grid = grid;
    this.dirty = dirty;
  }

  /** Compares the strips that were painted. */
  static DirtyCells of(Rows rows, CellGrid grid) {
    long[] dirty = new long[rows.count()];
    BitSet painted = rows.painted();
    Strips strips = new Strips(rows.count());
    for (int s = painted.nextSetBit(0); s >= 0; s = painted.nextSetBit(s + 1)) {
      for (int row = strips.firstRow(s); row < strips.firstRow(s) + strips.rows(s); row++) {
        dirty[row] = differing(rows, row, grid);
      }
    }
    return new DirtyCells(grid, dirty);
  }

  /** The first row, from a given one on, with pixels that differ; -1 if there is none. */
  int nextRow(int from) {
    for (int row = from; row < dirty.length; row++) {
      if (dirty[row] != 0) {
        return row;
      }
    }
    return -1;
  }

  /** The pixels of a row that may differ. */
  List<Span> pixels(int row) {
    List<Span> spans = new ArrayList<>();
    for (long left = dirty[row]; left != 0; left &= left - 1) {
      spans.add(grid.sources(Long.numberOfTrailingZeros(left)));
    }
    return spans;
  }

  /** Whether a picture with alpha is opaque in the cells that differ. */
  boolean areOpaque(PixelView picture) {
    for (int row = nextRow(0); row >= 0; row = nextRow(row + 1)) {
      for (Span span : pixels(row)) {
        if (!picture.isOpaque(picture.span(row, span.from(), span.to()))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The cells of a row to re-encode, as bits; a filter also depends on the row above. */
  long ofRow(int row) {
    return row == 0 ? dirty[row] : dirty[row] | dirty[row - 1];
  }

  /** Throws {@link IllegalArgumentException} if cells differ that are not mutable. */
  void check(MutableCells mutableCells) {
    for (int row = nextRow(0); row >= 0; row = nextRow(row + 1)) {
      mutableCells.check(row, dirty[row]);
    }
  }

  /** The strips with cells to re-encode. */
  BitSet strips() {
    BitSet strips = new BitSet();
    for (int row = nextRow(0); row >= 0; row = nextRow(row + 1)) {
      strips.set(row / Strips.ROWS);
      if (row + 1 < dirty.length) {
        strips.set((row + 1) / Strips.ROWS);
      }
    }
    return strips;
  }

  private static long differing(Rows rows, int row, CellGrid grid) {
    PixelView picture = rows.picture();
    PixelView background = rows.background();
    int from = picture.rowStart(row);
    int backgroundFrom = background.rowStart(row);
    int width = picture.width();
    int first =
        Arrays.mismatch(
            picture.data(),
            from,
            from + width,
            background.data(),
            backgroundFrom,
            backgroundFrom + width);
    long differing = 0;
    for (int cell = 0; first >= 0 && cell < grid.count(); cell++) {
      Span pixels = grid.sources(cell);
      if (pixels.to() > first && differ(picture, from, background, backgroundFrom, pixels)) {
        differing |= 1L << cell;
      }
    }
    return differing;
  }

  /** The bits above the colors of an image without alpha are ignored. */
  private static boolean differ(
      PixelView picture, int from, PixelView background, int backgroundFrom, Span pixels) {
    int[] one = picture.data();
    int[] other = background.data();
    int mask = background.opaqueMask();
    int first =
        Arrays.mismatch(
            one,
            from + pixels.from(),
            from + pixels.to(),
            other,
            backgroundFrom + pixels.from(),
            backgroundFrom + pixels.to());
    for (int x = pixels.from() + first; first >= 0 && x < pixels.to(); x++) {
      if ((one[from + x] | mask) != (other[backgroundFrom + x] | mask)) {
        return true;
      }
    }
    return false;
  }
}
