package dev.nameplate.geometry;

/** Where a block stands in a box that is taller than it. */
public enum VerticalAlignment {
  TOP(0),
  MIDDLE(0.5),
  BOTTOM(1);

  private final double share;

  VerticalAlignment(double share) {
    this.share = share;
  }

  /** The offset of a block in the free space above it. */
  public double offset(double available, double taken) {
    return (available - taken) * share;
  }
}
