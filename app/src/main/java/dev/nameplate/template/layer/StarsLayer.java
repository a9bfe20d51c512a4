package dev.nameplate.template.layer;

import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Rgba;
import java.util.Set;

/**
 * A row of stars, filled as far as a value says, the last one in part.
 *
 * @param max how many stars
 * @param gap between two of them, in pixels at 1x
 * @param fill of what is reached
 * @param track of the stars behind it
 * @param align where the row stands in a box that is wider than it, from the left
 * @param rightToLeft whether the row fills from the right
 */
public record StarsLayer(
    Frame frame,
    Quantity value,
    int max,
    double gap,
    Fill fill,
    Rgba track,
    Alignment align,
    boolean rightToLeft)
    implements Layer {
  @Override
  public String type() {
    return "stars";
  }

  @Override
  public Set<String> fields() {
    return value.fields();
  }
}
