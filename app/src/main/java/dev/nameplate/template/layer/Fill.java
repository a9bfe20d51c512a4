package dev.nameplate.template.layer;

import dev.nameplate.geometry.Position;
import dev.nameplate.geometry.Rgba;
import java.util.List;

/** What an area is filled with. */
public sealed interface Fill {
  /** One colour. */
  record Solid(Rgba color) implements Fill {}

  /**
   * Colours along a line through the box's centre.
   *
   * @param angle degrees as in CSS: 0 points up, 90 to the right
   */
  record Linear(double angle, List<Stop> stops) implements Fill {
    public Linear {
      stops = List.copyOf(stops);
    }
  }

  /**
   * Colours outwards from a point.
   *
   * @param centre in shares of the box
   * @param radius in shares of the box's longer side, above 0
   */
  record Radial(Position centre, double radius, List<Stop> stops) implements Fill {
    public Radial {
      stops = List.copyOf(stops);
    }
  }

  /**
   * A colour at a place along a gradient.
   *
   * @param at 0 to 1, rising from stop to stop
   */
  record Stop(double at, Rgba color) {}
}
