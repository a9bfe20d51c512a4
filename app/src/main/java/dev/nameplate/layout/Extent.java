package dev.nameplate.layout;

/** A size in pixels at 1x, which may be fractional. */
record Extent(double width, double height) {
  boolean isEmpty() {
    return width <= 0 || height <= 0;
  }
}
