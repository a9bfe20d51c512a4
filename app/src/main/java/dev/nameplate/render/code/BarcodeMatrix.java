package dev.nameplate.render.code;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.encoder.ByteMatrix;

/**
 * The modules of a code: what is the least it is made of, each dark or light.
 *
 * @param rows as many as there are down; a linear code has one
 */
public record BarcodeMatrix(int columns, int rows, Look look) {
  /** Tells dark modules from light ones. */
  interface Look {
    boolean isDark(int column, int row);
  }

  boolean isDark(int column, int row) {
    return look.isDark(column, row);
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

  /** The same without a square in its middle, which is left light. */
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
