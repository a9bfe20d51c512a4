package dev.nameplate.render;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.encoder.ByteMatrix;

/**
 * The modules of a code: what is the least it is made of, each dark or light.
 *
 * @param rows as many as there are down; a linear code has one
 */
record Modules(int columns, int rows, Look look) {
  /** Tells dark modules from light ones. */
  interface Look {
    boolean isDark(int column, int row);
  }

  boolean isDark(int column, int row) {
    return look.isDark(column, row);
  }

  static Modules of(ByteMatrix matrix) {
    return new Modules(
        matrix.getWidth(), matrix.getHeight(), (column, row) -> matrix.get(column, row) == 1);
  }

  static Modules of(BitMatrix matrix) {
    return new Modules(matrix.getWidth(), matrix.getHeight(), matrix::get);
  }

  /** A linear code. */
  static Modules of(boolean[] bars) {
    return new Modules(bars.length, 1, (column, row) -> bars[column]);
  }

  /** The same without a square in its middle, which is left light. */
  Modules without(int side) {
    int left = (columns - side) / 2;
    int top = (rows - side) / 2;
    return new Modules(
        columns,
        rows,
        (column, row) ->
            isDark(column, row)
                && !(column >= left && column < left + side && row >= top && row < top + side));
  }
}
