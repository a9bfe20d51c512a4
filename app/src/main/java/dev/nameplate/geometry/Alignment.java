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

  /** This for a reader who starts at the right or at the left, as it is from the left. */
  public Alignment read(boolean rightToLeft) {
    return switch (this) {
      case START -> rightToLeft ? END : START;
      case CENTER -> CENTER;
      case END -> rightToLeft ? START : END;
    };
  }

  /** The offset of a thing in the free space before it. */
  public double offset(double available, double taken) {
    return (available - taken) * share;
  }
}
