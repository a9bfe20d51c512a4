package dev.nameplate.geometry;

/**
 * A relative position within free space, as CSS {@code object-position} has it.
 *
 * @param x 0 (left) to 1 (right)
 * @param y 0 (top) to 1 (bottom)
 */
public record Position(double x, double y) {
  /** The middle in both directions. */
  public static final Position CENTER = new Position(0.5, 0.5);

  /** Throws {@link IllegalArgumentException} for a coordinate outside 0 to 1. */
  public Position {
    if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
      throw new IllegalArgumentException("a position's shares lie between 0 and 1");
    }
  }
}
