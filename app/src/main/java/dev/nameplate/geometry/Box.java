package dev.nameplate.geometry;

/**
 * An axis-aligned rectangle in pixels at 1x, unless a method says otherwise; y grows downwards.
 *
 * @param x left edge
 * @param y top edge
 * @param width 0 or more
 * @param height 0 or more
 */
public record Box(double x, double y, double width, double height) {
  /** Throws {@link IllegalArgumentException} for a negative side or a number that is not finite. */
  public Box {
    if (!Double.isFinite(x + y + width + height) || width < 0 || height < 0) {
      throw new IllegalArgumentException(
          "not a box: [" + x + ", " + y + ", " + width + ", " + height + "]");
    }
  }

  /**
   * The box between two corners; a side is 0 where the second corner lies left of or above the
   * first.
   *
   * @throws IllegalArgumentException if a number is not finite
   */
  public static Box between(double left, double top, double right, double bottom) {
    return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  /** The right edge's x, in this box's unit. */
  public double right() {
    return x + width;
  }

  /** The bottom edge's y, in this box's unit. */
  public double bottom() {
    return y + height;
  }

  /** The center's x, in this box's unit. */
  public double centerX() {
    return x + width / 2;
  }

  /** The center's y, in this box's unit. */
  public double centerY() {
    return y + height / 2;
  }

  /** Whether the box has no area. */
  public boolean isEmpty() {
    return width == 0 || height == 0;
  }

  /**
   * A box of the same size, moved right by {@code dx} and down by {@code dy}, which may be
   * negative.
   */
  public Box moved(double dx, double dy) {
    return new Box(x + dx, y + dy, width, height);
  }

  /**
   * This box in another unit: position and size multiplied.
   *
   * @param factor 0 or more, such as the device pixels for one pixel at 1x
   * @throws IllegalArgumentException if a negative factor makes a side negative
   */
  public Box times(double factor) {
    return new Box(x * factor, y * factor, width * factor, height * factor);
  }

  /**
   * This box with each side moved outwards.
   *
   * @param margin in this box's unit; a negative one moves the sides inwards
   * @throws IllegalArgumentException if a negative margin exceeds half of a side
   */
  public Box grown(double margin) {
    return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
  }

  /** The area that both boxes cover; a box without area if they do not overlap or only touch. */
  public Box intersect(Box other) {
    double left = Math.max(x, other.x);
    double top = Math.max(y, other.y);
    return between(left, top, Math.min(right(), other.right()), Math.min(bottom(), other.bottom()));
  }

  /** The smallest box that contains both boxes; a box without area counts with its position. */
  public Box union(Box other) {
    return between(
        Math.min(x, other.x),
        Math.min(y, other.y),
        Math.max(right(), other.right()),
        Math.max(bottom(), other.bottom()));
  }

  /**
   * Whether the other box lies inside this one; sides may coincide.
   *
   * @param tolerance how far, in this box's unit, each of its sides may lie outside; 0 or more
   */
  public boolean contains(Box other, double tolerance) {
    return other.x >= x - tolerance
        && other.y >= y - tolerance
        && other.right() <= right() + tolerance
        && other.bottom() <= bottom() + tolerance;
  }

  /**
   * The smallest axis-aligned box around this one rotated about a point.
   *
   * @param degrees clockwise; any number
   * @param aboutX the point's x, in this box's unit
   * @param aboutY the point's y
   */
  public Box turned(double degrees, double aboutX, double aboutY) {
    if (degrees == 0) {
      return this;
    }
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double middleX = aboutX + (centerX() - aboutX) * cos - (centerY() - aboutY) * sin;
    double middleY = aboutY + (centerX() - aboutX) * sin + (centerY() - aboutY) * cos;
    double turnedWidth = width * Math.abs(cos) + height * Math.abs(sin);
    double turnedHeight = width * Math.abs(sin) + height * Math.abs(cos);
    return new Box(
        middleX - turnedWidth / 2, middleY - turnedHeight / 2, turnedWidth, turnedHeight);
  }
}
