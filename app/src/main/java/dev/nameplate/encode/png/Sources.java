package dev.nameplate.encode.png;

import dev.nameplate.encode.Span;
import java.util.Arrays;

/**
 * The bytes of a band that a cell may copy from: those that are the same whenever the cell's stored
 * code is used. For one thread at a time.
 */
final class Sources {
  private final CellGrid grid;

  /** For each byte of the band whether no picture changes it. */
  private final boolean[] fixed;

  private final boolean[] usable;
  private Span opened = new Span(0, 0);

  /**
   * @param fixed for each byte of the band whether no picture changes it
   */
  Sources(CellGrid grid, boolean[] fixed) {
    this.grid = grid;
    this.fixed = fixed;
    this.usable = fixed.clone();
  }

  /** For each byte whether the cell that was opened last may copy from it; kept up to date. */
  boolean[] usable() {
    return usable;
  }

  /**
   * Opens the sources of a mutable cell; others may copy from fixed bytes only.
   *
   * @param row from the band's top
   */
  void open(int row, int cell) {
    int top = Math.max(0, row - MutableCells.ROWS_ABOVE);
    int from = Math.max(0, cell - 1);
    int toAbove = Math.min(grid.count(), cell + 2);
    for (int y = top; y <= row; y++) {
      Span part = grid.bytes(new Span(from, y == row ? cell + 1 : toAbove));
      // A run's first byte is compared with the pixel before the cell.
      int before = y == row && from > 0 ? grid.pixelBytes() : 0;
      int first = y * grid.rowBytes();
      Arrays.fill(usable, first + part.from() - before, first + part.to(), true);
    }
    opened = new Span(top * grid.rowBytes(), (row + 1) * grid.rowBytes());
  }

  /** Closes what was opened. */
  void close() {
    System.arraycopy(fixed, opened.from(), usable, opened.from(), opened.length());
    opened = new Span(0, 0);
  }
}
