package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.geometry.DeviceBox;
import java.util.List;

/** The cells in which pictures may differ from their background, according to its areas. */
final class MutableCells {
  /**
   * A mutable cell of a matched band may copy from the cells in so many rows above it, in its
   * column and the ones next to it, and from the one to its left.
   */
  static final int ROWS_ABOVE = 3;

  /** For each row the cells whose code depends on pixels of that row that may differ. */
  private final long[] mutable;

  private MutableCells(long[] mutable) {
    this.mutable = mutable;
  }

  /**
   * @param areas in which pictures may differ; they may reach beyond the picture
   * @param rows of the picture
   */
  static MutableCells of(List<DeviceBox> areas, CellGrid grid, int rows) {
    long[] mutable = new long[rows];
    for (DeviceBox area : areas) {
      long cells = 0;
      for (int cell = 0; cell < grid.count(); cell++) {
        Span sources = grid.sources(cell);
        if (sources.from() < area.right() && sources.to() > area.x()) {
          cells |= 1L << cell;
        }
      }
      for (int row = Math.max(0, area.y()); row < Math.min(rows, area.bottom()); row++) {
        mutable[row] |= cells;
      }
    }
    return new MutableCells(mutable);
  }

  /** Restores cells from {@link #rows}. */
  static MutableCells ofRows(long[] rows) {
    return new MutableCells(rows.clone());
  }

  /** For each row its cells that may differ, as bits; a copy. */
  long[] rows() {
    return mutable.clone();
  }

  /** The cells of a row that may be re-encoded, as bits; they depend on the row above too. */
  long ofRow(int row) {
    return row == 0 ? mutable[row] : mutable[row] | mutable[row - 1];
  }

  /**
   * The cells of a row to encode for a picture, as bits: those that it changes, and in a band that
   * is {@link CodedBand#matched} those too whose stored code may copy from one that it changes.
   */
  long encoded(int row, DirtyCells changed, boolean matched) {
    long own = changed.ofRow(row);
    if (!matched) {
      return own;
    }
    long sources = own;
    for (int above = Math.max(0, row - ROWS_ABOVE); above < row; above++) {
      sources |= changed.ofRow(above);
    }
    return own | ((sources | sources << 1 | sources >>> 1) & ofRow(row));
  }

  /**
   * Checks the cells of a row that differ.
   *
   * @throws IllegalArgumentException if one of them lies outside the background's areas
   */
  void check(int row, long dirty) {
    if ((dirty & ~mutable[row]) != 0) {
      throw new IllegalArgumentException(
          "row " + row + " is changed where the background says that no picture changes it");
    }
  }
}
