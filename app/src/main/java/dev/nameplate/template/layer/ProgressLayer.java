package dev.nameplate.template.layer;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far something has come: a bar that fills in reading direction, or a ring that fills clockwise
 * from the top.
 *
 * @param value what has been reached
 * @param max what there is to reach
 * @param label words on a bar or within a ring; their frame says nothing
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
