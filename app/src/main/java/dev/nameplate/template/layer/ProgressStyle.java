package dev.nameplate.template.layer;

import dev.nameplate.geometry.Rgba;

/**
 * How progress looks.
 *
 * @param fill of what has been reached
 * @param track of the whole way; drawn behind the fill
 * @param rounded whether ends are round
 * @param thickness of a ring, in pixels at 1x; a bar is as thick as its box
 * @param rightToLeft whether a bar fills from the right
 */
public record ProgressStyle(
    Shape shape, Fill fill, Rgba track, boolean rounded, double thickness, boolean rightToLeft) {
  /** The forms there are. */
  public enum Shape {
    BAR,
    RING
  }
}
