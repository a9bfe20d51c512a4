package dev.nameplate.geometry;

/** Vertical alignment of a block in a taller box. */
public enum VerticalAlignment {
  /** At the box's top. */
  TOP(0),
  /** Halfway between top and bottom. */
  MIDDLE(0.5),
  /** At the box's bottom. */
  BOTTOM(1);

  private final double share;

  VerticalAlignment(double share) {
    this.share = share;
  }

  /**
   * The distance from the box's top to the block's top.
   *
   * @param available the box's height, in any unit
   * @param taken the block's height in the same unit; a taller block gives an offset of 0 or less
   */
  public double offset(double available, double taken) {
    return (available - taken) * share;
  }
}
