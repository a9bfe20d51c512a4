package dev.nameplate.template.layer;

import dev.nameplate.template.wording.WordingValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A layer whose look depends on choices. It is read once for each of their values; what is left of
 * it for given values is a layer like any other.
 *
 * @param choices names of the fields, in the order of the variants' keys
 * @param variants by the fields' values, an absent one being an empty text; where there is none the
 *     layer steps aside. At least one, all of one type and place.
 */
public record VariantLayer(List<String> choices, Map<List<String>, Layer> variants)
    implements Layer {
  public VariantLayer {
    choices = List.copyOf(choices);
    variants = new LinkedHashMap<>(variants);
  }

  /** The layer for given values; empty where it steps aside. */
  public Optional<Layer> variant(Map<String, WordingValue> values) {
    List<String> key = new ArrayList<>();
    for (String choice : choices) {
      WordingValue wordingValue = values.get(choice);
      key.add(wordingValue == null ? "" : wordingValue.shown());
    }
    return Optional.ofNullable(variants.get(key));
  }

  @Override
  public Frame frame() {
    Frame frame = any().frame();
    return new Frame(frame.box(), frame.opacity(), frame.rotate(), Optional.empty(), frame.label());
  }

  @Override
  public String type() {
    return any().type();
  }

  @Override
  public boolean isContentStatic() {
    return false;
  }

  @Override
  public boolean showsTime() {
    return variants.values().stream().anyMatch(Layer::showsTime);
  }

  @Override
  public Set<String> fields() {
    Set<String> fields = new LinkedHashSet<>(choices);
    variants.values().forEach(layer -> fields.addAll(layer.named()));
    return fields;
  }

  private Layer any() {
    return variants.values().iterator().next();
  }
}
