package dev.nameplate.template.layer;

import dev.nameplate.geometry.Rgba;

/**
 * The look of a progress layer.
 *
 * @param shape bar or ring
 * @param fill of the part that is reached
 * @param track color of the whole length, drawn behind the fill
 * @param rounded whether the ends are round
 * @param thickness of a ring, in px at 1x, 0.5 to 1,000; a bar is as thick as its box
 * @param rightToLeft whether a bar fills from the right
 */
public record ProgressStyle(
    Shape shape, Fill fill, Rgba track, boolean rounded, double thickness, boolean rightToLeft) {
  /** The shape of the track. */
  public enum Shape {
    /** A bar as large as the box. */
    BAR,

    /** A ring in the largest square of the box. */
    RING
  }
}
