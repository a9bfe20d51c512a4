package dev.nameplate.geometry;

/**
 * An axis-aligned rectangle of whole device pixels; y grows downwards.
 *
 * @param x first column; may be negative
 * @param y first row; may be negative
 * @param width columns; 0 or less for an empty box
 * @param height rows; 0 or less for an empty box
 */
public record DeviceBox(int x, int y, int width, int height) {
  /** The column after the last one. */
  public int right() {
    return x + width;
  }

  /** The row after the last one. */
  public int bottom() {
    return y + height;
  }

  /** Whether the box contains no pixel. */
  public boolean isEmpty() {
    return width <= 0 || height <= 0;
  }
}
