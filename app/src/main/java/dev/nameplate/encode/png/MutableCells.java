package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import dev.nameplate.geometry.DeviceBox;
import java.util.List;

/** The cells that pictures may differ in from their base, as the base announces it. */
final class MutableCells {
  /** For each row the cells whose code depends on its own pixels that may differ. */
  private final long[] inkable;

  private MutableCells(long[] inkable) {
    this.inkable = inkable;
  }

  /**
   * @param areas that pictures may differ in; they may reach beyond the picture
   * @param rows of the picture
   */
  static MutableCells of(List<DeviceBox> areas, CellGrid grid, int rows) {
    long[] inkable = new long[rows];
    for (DeviceBox area : areas) {
      long cells = 0;
      for (int cell = 0; cell < grid.count(); cell++) {
        Span sources = grid.sources(cell);
        if (sources.from() < area.right() && sources.to() > area.x()) {
          cells |= 1L << cell;
        }
      }
      for (int row = Math.max(0, area.y()); row < Math.min(rows, area.bottom()); row++) {
        inkable[row] |= cells;
      }
    }
    return new MutableCells(inkable);
  }

  /** The cells of a row that may be coded anew, as bits; those below ink too. */
  long ofRow(int row) {
    return row == 0 ? inkable[row] : inkable[row] | inkable[row - 1];
  }

  /**
   * Checks what of a row differs.
   *
   * @throws IllegalArgumentException where that was not announced
   */
  void check(int row, long inked) {
    if ((inked & ~inkable[row]) != 0) {
      throw new IllegalArgumentException(
          "row " + row + " is changed where the base says that no picture changes it");
    }
  }
}
