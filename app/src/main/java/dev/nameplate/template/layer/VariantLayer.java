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
 * A layer with a variant for each combination of values of some choices. All variants have the same
 * type and box.
 *
 * @param choices names of fields of kind choice, in the order of the variants' keys
 * @param variants by the values of the choices, an empty text for an absent one; at least one. The
 *     layer is hidden for combinations that have none.
 */
public record VariantLayer(List<String> choices, Map<List<String>, Layer> variants)
    implements Layer {
  public VariantLayer {
    choices = List.copyOf(choices);
    variants = new LinkedHashMap<>(variants);
  }

  /**
   * The layer for a recipient.
   *
   * @param values by field name; an absent field has no entry
   * @return empty where the layer is hidden
   */
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
