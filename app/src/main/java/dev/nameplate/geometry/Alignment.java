package dev.nameplate.geometry;

/** Horizontal alignment within a longer line, in reading direction. */
public enum Alignment {
  /** At the line's start: left in left-to-right text. */
  START(0),
  /** In the middle. */
  CENTER(0.5),
  /** At the line's end: right in left-to-right text. */
  END(1);

  private final double share;

  Alignment(double share) {
    this.share = share;
  }

  /**
   * The same alignment counted from the left: start and end are swapped for right-to-left text.
   *
   * @param rightToLeft whether the text reads from right to left
   */
  public Alignment resolve(boolean rightToLeft) {
    return switch (this) {
      case START -> rightToLeft ? END : START;
      case CENTER -> CENTER;
      case END -> rightToLeft ? START : END;
    };
  }

  /**
   * The distance from the line's start to the aligned item's start.
   *
   * @param available the line's length, in any unit
   * @param taken the item's length in the same unit; a longer item gives an offset of 0 or less
   */
  public double offset(double available, double taken) {
    return (available - taken) * share;
  }
}
