package dev.nameplate.template.layer;

import java.util.Optional;
import java.util.Set;

/**
 * A shape that fills its box. A line runs from the top left to the bottom right corner of its box.
 *
 * @param frame its place on the canvas
 * @param kind of shape
 * @param fill of its area; empty for none
 * @param stroke drawn inside the box; empty for none
 * @param radius of a rectangle's corners, in px at 1x, 0 to 10,000
 */
public record ShapeLayer(
    Frame frame, Kind kind, Optional<Fill> fill, Optional<Stroke> stroke, double radius)
    implements Layer {
  @Override
  public String type() {
    return "shape";
  }

  @Override
  public Set<String> fields() {
    return Set.of();
  }

  /** The shapes. */
  public enum Kind {
    /** A rectangle, with round corners if it has a radius. */
    RECT,

    /** The ellipse inscribed in the box. */
    ELLIPSE,

    /** A diagonal of the box. */
    LINE
  }
}
