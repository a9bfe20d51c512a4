package dev.nameplate.geometry;

/** A rectangle of whole device pixels; width and height may be 0. */
public record DeviceBox(int x, int y, int width, int height) {
  public int right() {
    return x + width;
  }

  public int bottom() {
    return y + height;
  }

  public boolean isEmpty() {
    return width <= 0 || height <= 0;
  }
}
