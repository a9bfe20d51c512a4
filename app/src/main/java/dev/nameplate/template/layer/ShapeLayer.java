package dev.nameplate.template.layer;

import java.util.Optional;
import java.util.Set;

/**
 * A plain shape that fills its box. A line runs from the box's top left to its bottom right.
 *
 * @param fill none draws no area
 * @param stroke drawn inside the box
 * @param radius of a rectangle's corners, in pixels at 1x
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

  /** The shapes there are. */
  public enum Kind {
    RECT,
    ELLIPSE,
    LINE
  }
}
