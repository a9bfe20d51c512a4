package dev.nameplate.template.layer;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Progress towards a goal: a bar that fills in reading direction, or a ring that fills clockwise
 * from the top.
 *
 * @param frame its place on the canvas
 * @param value the progress made; the layer is hidden where it is absent
 * @param max the goal, above 0
 * @param style how it looks
 * @param label text on the bar or inside the ring, whose own frame is not used; empty for none
 */
public record ProgressLayer(
    Frame frame, Quantity value, Quantity max, ProgressStyle style, Optional<TextLayer> label)
    implements Layer {
  @Override
  public String type() {
    return "progress";
  }

  @Override
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>(value.fields());
    fields.addAll(max.fields());
    label.ifPresent(text -> fields.addAll(text.fields()));
    return fields;
  }
}
