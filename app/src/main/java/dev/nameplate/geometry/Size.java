package dev.nameplate.geometry;

/** Width and height in whole pixels, each at least 1. */
public record Size(int width, int height) {
  public Size {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a size is at least 1 × 1, not " + width + " × " + height);
    }
  }

  /** The number of pixels; cannot overflow. */
  public long area() {
    return (long) width * height;
  }

  /** This size at a scale, each side rounded to the nearest pixel. */
  public Size at(Scale scale) {
    return new Size(
        Math.max(1, (int) Math.round(width * scale.factor())),
        Math.max(1, (int) Math.round(height * scale.factor())));
  }

  /** The box from the origin that this size fills. */
  public Box box() {
    return new Box(0, 0, width, height);
  }
}
