package dev.nameplate.layout;

import dev.nameplate.template.layer.Sizing;
import dev.nameplate.template.layer.StackStyle;
import java.util.Optional;

/**
 * The direction in which a stack's children follow each other, so that rows and columns are laid
 * out by the same rules.
 */
enum Axis {
  ROW,
  COLUMN;

  static Axis of(StackStyle style) {
    return style.direction() == StackStyle.Direction.ROW ? ROW : COLUMN;
  }

  /** The part of a size along the stack. */
  double along(Extent size) {
    return this == ROW ? size.width() : size.height();
  }

  /** The part of a size across the stack. */
  double across(Extent size) {
    return this == ROW ? size.height() : size.width();
  }

  Optional<Double> along(Sizing sizing) {
    return this == ROW ? sizing.width() : sizing.height();
  }

  Optional<Double> across(Sizing sizing) {
    return this == ROW ? sizing.height() : sizing.width();
  }

  /** A size of a length along and a length across the stack. */
  Extent room(double along, double across) {
    return this == ROW ? new Extent(along, across) : new Extent(across, along);
  }

  /** What is asked for along and across the stack. */
  SizeConstraint ask(Extent most, Optional<Double> along, Optional<Double> across) {
    return this == ROW
        ? new SizeConstraint(most, along, across)
        : new SizeConstraint(most, across, along);
  }
}
