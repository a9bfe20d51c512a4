package dev.nameplate.layout;

import dev.nameplate.template.layer.Sizing;
import dev.nameplate.template.layer.StackStyle;
import java.util.Optional;

/** A stack's direction, so that rows and columns are laid out by the same code. */
enum Axis {
  ROW,
  COLUMN;

  static Axis of(StackStyle style) {
    return style.direction() == StackStyle.Direction.ROW ? ROW : COLUMN;
  }

  /** A size's length along the stack. */
  double along(Extent size) {
    return this == ROW ? size.width() : size.height();
  }

  /** A size's length across the stack. */
  double across(Extent size) {
    return this == ROW ? size.height() : size.width();
  }

  Optional<Double> along(Sizing sizing) {
    return this == ROW ? sizing.width() : sizing.height();
  }

  Optional<Double> across(Sizing sizing) {
    return this == ROW ? sizing.height() : sizing.width();
  }

  /** A size from its lengths along and across the stack. */
  Extent extent(double along, double across) {
    return this == ROW ? new Extent(along, across) : new Extent(across, along);
  }

  /** A constraint from its exact lengths along and across the stack. */
  SizeConstraint constraint(Extent max, Optional<Double> along, Optional<Double> across) {
    return this == ROW
        ? new SizeConstraint(max, along, across)
        : new SizeConstraint(max, across, along);
  }
}
