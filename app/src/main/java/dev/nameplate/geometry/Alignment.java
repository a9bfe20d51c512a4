package dev.nameplate.geometry;

/** Where a thing stands along a line that is longer than it, in reading direction. */
public enum Alignment {
  START(0),
  CENTER(0.5),
  END(1);

  private final double share;

  Alignment(double share) {
    this.share = share;
  }

  /** The offset of a thing in the free space before it. */
  public double offset(double available, double taken) {
    return (available - taken) * share;
  }
}
