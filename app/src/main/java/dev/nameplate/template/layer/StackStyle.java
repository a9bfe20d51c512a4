package dev.nameplate.template.layer;

import dev.nameplate.geometry.Alignment;
import java.util.Optional;

/**
 * How a stack arranges its children, in terms of CSS flexbox. Lengths are px at 1x.
 *
 * @param direction whether children stand in a row or a column
 * @param gap between two neighbors, 0 to 4,096
 * @param padding free space inside the stack's box
 * @param align where a child stands across the stack
 * @param justify where the children stand along the stack
 * @param fill behind the children; empty for none
 * @param radius of the fill's corners, 0 to 10,000
 * @param rightToLeft whether text is read from right to left, so that rows and alignments start at
 *     the right
 */
public record StackStyle(
    Direction direction,
    double gap,
    Padding padding,
    CrossAlign align,
    Justify justify,
    Optional<Fill> fill,
    double radius,
    boolean rightToLeft) {
  /** The direction in which the children follow each other. */
  public enum Direction {
    /** Beside each other in reading direction. */
    ROW,
    /** Below each other. */
    COLUMN
  }

  /** The place of a child across the stack, as {@code align-items} in CSS. */
  public enum CrossAlign {
    /** At the start of the stack's height or, in reading direction, of its width. */
    START(Alignment.START),
    /** In the middle. */
    CENTER(Alignment.CENTER),
    /** At the end. */
    END(Alignment.END),
    /** Children without a size across fill the stack; others stand at the start. */
    STRETCH(Alignment.START);

    private final Alignment alignment;

    CrossAlign(Alignment alignment) {
      this.alignment = alignment;
    }

    /** The place across the stack of a child that does not fill it; the start for STRETCH. */
    public Alignment alignment() {
      return alignment;
    }
  }

  /** The place of the children along the stack, as {@code justify-content} in CSS. */
  public enum Justify {
    /** Together at the start. */
    START(Alignment.START),
    /** Together in the middle. */
    CENTER(Alignment.CENTER),
    /** Together at the end. */
    END(Alignment.END),
    /** The free space is divided equally between the children; a single child is at the start. */
    BETWEEN(Alignment.START);

    private final Alignment alignment;

    Justify(Alignment alignment) {
      this.alignment = alignment;
    }

    /** The place of the first child in the free space, from where reading starts. */
    public Alignment alignment() {
      return alignment;
    }
  }

  /**
   * Free space inside a stack's box, in px at 1x, each 0 to 4,096.
   *
   * @param top above the children
   * @param right on their right, in any reading direction
   * @param bottom below them
   * @param left on their left, in any reading direction
   */
  public record Padding(double top, double right, double bottom, double left) {
    /** The sum of left and right, in px at 1x. */
    public double horizontal() {
      return left + right;
    }

    /** The sum of top and bottom, in px at 1x. */
    public double vertical() {
      return top + bottom;
    }
  }
}
