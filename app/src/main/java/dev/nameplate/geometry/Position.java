package dev.nameplate.geometry;

/** A point of focus in shares of the free space: 0 is left or top, 1 is right or bottom. */
public record Position(double x, double y) {
  public static final Position CENTRE = new Position(0.5, 0.5);

  public Position {
    if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
      throw new IllegalArgumentException("a position's shares lie between 0 and 1");
    }
  }
}
