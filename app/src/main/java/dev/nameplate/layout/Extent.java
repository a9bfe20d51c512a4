package dev.nameplate.layout;

/** A size in pixels at 1x. */
record Extent(double width, double height) {
  boolean isEmpty() {
    return width <= 0 || height <= 0;
  }
}
