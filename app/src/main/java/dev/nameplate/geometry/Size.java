package dev.nameplate.geometry;

/**
 * Width and height in whole pixels: at 1x, or device pixels where that is said.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record Size(int width, int height) {
  /** Throws {@link IllegalArgumentException} for a side below 1. */
  public Size {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a size is at least 1 × 1, not " + width + " × " + height);
    }
  }

  /** The number of pixels, at least 1; cannot overflow. */
  public long area() {
    return (long) width * height;
  }

  /**
   * This size in device pixels at a scale; each side is rounded to the nearest pixel, at least 1.
   */
  public Size at(Scale scale) {
    return new Size(
        Math.max(1, (int) Math.round(width * scale.factor())),
        Math.max(1, (int) Math.round(height * scale.factor())));
  }

  /** The box of this size whose top left corner is the origin. */
  public Box box() {
    return new Box(0, 0, width, height);
  }
}
