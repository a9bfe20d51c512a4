package dev.nameplate.render.code;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.encoder.ByteMatrix;

/**
 * The modules of a code, its smallest elements, each dark or light.
 *
 * @param columns modules per row, without quiet zone
 * @param rows 1 for a linear code
 * @param modules tells dark modules from light ones
 */
public record BarcodeMatrix(int columns, int rows, Modules modules) {
  /** Tells dark modules from light ones. */
  interface Modules {
    /** Whether a module is dark; columns count from the left and rows from the top, from 0. */
    boolean isDark(int column, int row);
  }

  boolean isDark(int column, int row) {
    return modules.isDark(column, row);
  }

  static BarcodeMatrix of(ByteMatrix matrix) {
    return new BarcodeMatrix(
        matrix.getWidth(), matrix.getHeight(), (column, row) -> matrix.get(column, row) == 1);
  }

  static BarcodeMatrix of(BitMatrix matrix) {
    return new BarcodeMatrix(matrix.getWidth(), matrix.getHeight(), matrix::get);
  }

  /** A linear code. */
  static BarcodeMatrix of(boolean[] bars) {
    return new BarcodeMatrix(bars.length, 1, (column, row) -> bars[column]);
  }

  /** The same code with a light square in its middle. */
  BarcodeMatrix without(int side) {
    int left = (columns - side) / 2;
    int top = (rows - side) / 2;
    return new BarcodeMatrix(
        columns,
        rows,
        (column, row) ->
            isDark(column, row)
                && !(column >= left && column < left + side && row >= top && row < top + side));
  }
}
