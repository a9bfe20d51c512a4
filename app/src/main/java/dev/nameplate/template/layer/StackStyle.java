package dev.nameplate.template.layer;

import dev.nameplate.geometry.Alignment;
import java.util.Optional;

/**
 * How a stack lays out its children. Lengths are pixels at 1x.
 *
 * @param row whether they stand beside each other, in reading direction
 * @param gap between two neighbours
 * @param stretch whether children without a size across fill the stack's; {@code align} then only
 *     matters to those that have one
 * @param align where a child stands across the stack
 * @param justify where the children stand along the stack, as one block
 * @param spread whether what is left of the stack goes between the children instead
 * @param fill behind the children
 * @param radius of the fill's corners
 * @param rightToLeft whether reading starts at the right
 */
public record StackStyle(
    boolean row,
    double gap,
    Padding padding,
    boolean stretch,
    Alignment align,
    Alignment justify,
    boolean spread,
    Optional<Fill> fill,
    double radius,
    boolean rightToLeft) {

  /** Free room inside a stack's box. */
  public record Padding(double top, double right, double bottom, double left) {
    public double across() {
      return left + right;
    }

    public double down() {
      return top + bottom;
    }
  }
}
