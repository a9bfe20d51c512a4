package dev.nameplate.geometry;

/** A rectangle in pixels at 1x, its origin at the top left, y downwards. */
public record Box(double x, double y, double width, double height) {
  public Box {
    if (!Double.isFinite(x + y + width + height) || width < 0 || height < 0) {
      throw new IllegalArgumentException(
          "not a box: [" + x + ", " + y + ", " + width + ", " + height + "]");
    }
  }

  /** The box between two corners. */
  public static Box between(double left, double top, double right, double bottom) {
    return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double centreX() {
    return x + width / 2;
  }

  public double centreY() {
    return y + height / 2;
  }

  public boolean isEmpty() {
    return width == 0 || height == 0;
  }

  /** This box moved. */
  public Box moved(double dx, double dy) {
    return new Box(x + dx, y + dy, width, height);
  }

  /** Every number multiplied, as for a scale. */
  public Box times(double factor) {
    return new Box(x * factor, y * factor, width * factor, height * factor);
  }

  /** This box with each side pushed outwards by a margin of 0 or more. */
  public Box grown(double margin) {
    return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
  }

  /** The part that both boxes cover; empty where they do not meet. */
  public Box intersect(Box other) {
    double left = Math.max(x, other.x);
    double top = Math.max(y, other.y);
    return between(left, top, Math.min(right(), other.right()), Math.min(bottom(), other.bottom()));
  }

  /** The smallest box that holds both. */
  public Box union(Box other) {
    return between(
        Math.min(x, other.x),
        Math.min(y, other.y),
        Math.max(right(), other.right()),
        Math.max(bottom(), other.bottom()));
  }

  /** Whether the other box lies inside this one, give or take a tolerance in pixels. */
  public boolean contains(Box other, double tolerance) {
    return other.x >= x - tolerance
        && other.y >= y - tolerance
        && other.right() <= right() + tolerance
        && other.bottom() <= bottom() + tolerance;
  }

  /**
   * The upright box around this one turned about a point.
   *
   * @param degrees clockwise
   */
  public Box turned(double degrees, double aboutX, double aboutY) {
    if (degrees == 0) {
      return this;
    }
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double middleX = aboutX + (centreX() - aboutX) * cos - (centreY() - aboutY) * sin;
    double middleY = aboutY + (centreX() - aboutX) * sin + (centreY() - aboutY) * cos;
    double turnedWidth = width * Math.abs(cos) + height * Math.abs(sin);
    double turnedHeight = width * Math.abs(sin) + height * Math.abs(cos);
    return new Box(
        middleX - turnedWidth / 2, middleY - turnedHeight / 2, turnedWidth, turnedHeight);
  }
}
