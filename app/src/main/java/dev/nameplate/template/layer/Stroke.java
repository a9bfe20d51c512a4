package dev.nameplate.template.layer;

import dev.nameplate.geometry.Rgba;
import java.util.List;

/**
 * A line along a shape's edge.
 *
 * @param width in px at 1x, 0.1 to 1,000
 * @param color of the line
 * @param dash lengths of dashes and gaps in turn, in px at 1x, each above 0; empty for a solid line
 */
public record Stroke(double width, Rgba color, List<Double> dash) {
  public Stroke {
    dash = List.copyOf(dash);
  }
}
