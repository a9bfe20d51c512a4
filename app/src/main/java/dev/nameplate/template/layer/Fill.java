package dev.nameplate.template.layer;

import dev.nameplate.geometry.Position;
import dev.nameplate.geometry.Rgba;
import java.util.List;

/** The paint of an area, as in CSS and SVG. */
public sealed interface Fill {
  /**
   * A single color, which may be transparent.
   *
   * @param color straight alpha
   */
  record Solid(Rgba color) implements Fill {}

  /**
   * A gradient along a line through the center of the box.
   *
   * @param angle in degrees as in CSS: 0 points up, 90 to the right; -360 to 360
   * @param stops at least two
   */
  record Linear(double angle, List<Stop> stops) implements Fill {
    public Linear {
      stops = List.copyOf(stops);
    }
  }

  /**
   * A gradient outwards from a point.
   *
   * @param center in fractions of the box's width and height, 0 to 1
   * @param radius in fractions of the box's longer side, 0.01 to 10
   * @param stops at least two
   */
  record Radial(Position center, double radius, List<Stop> stops) implements Fill {
    public Radial {
      stops = List.copyOf(stops);
    }
  }

  /**
   * A color at a place along a gradient.
   *
   * @param at 0 to 1, rising from stop to stop
   * @param color of that place
   */
  record Stop(double at, Rgba color) {}
}
