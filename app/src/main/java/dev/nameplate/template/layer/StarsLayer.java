package dev.nameplate.template.layer;

import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Rgba;
import java.util.Set;

/**
 * A rating: a row of stars, filled up to a value, the last star in part.
 *
 * @param frame its place on the canvas
 * @param value how many stars are filled; the layer is hidden where it is absent
 * @param max number of stars, 1 to 20
 * @param gap between two stars, in px at 1x, 0 to 1,000
 * @param fill of the part that is reached
 * @param track color of the stars behind it
 * @param align place of the row in a wider box; start is the left
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
