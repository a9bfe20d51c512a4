package dev.nameplate.render;

/** A rectangle of whole device pixels; width and height may be 0. */
record DeviceBox(int x, int y, int width, int height) {
  int right() {
    return x + width;
  }

  int bottom() {
    return y + height;
  }

  boolean isEmpty() {
    return width <= 0 || height <= 0;
  }
}
