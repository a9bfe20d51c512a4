package dev.nameplate.template.layer;

import dev.nameplate.geometry.Rgba;
import java.util.List;

/**
 * A line along a shape.
 *
 * @param width pixels at 1x, above 0
 * @param dash lengths of dash and gap in turn, in pixels at 1x; empty for a whole line
 */
public record Stroke(double width, Rgba color, List<Double> dash) {
  public Stroke {
    dash = List.copyOf(dash);
  }
}
