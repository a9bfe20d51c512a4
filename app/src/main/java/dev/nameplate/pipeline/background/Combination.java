package dev.nameplate.pipeline.background;

import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.scene.LayerFields;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.layer.Layer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The layers of a template that are the same for all recipients with the same choices: static ones,
 * and those whose content refers to choices alone, whatever decides whether they are shown.
 * Together they are one background.
 *
 * <p>It holds nothing but choices, so it may be kept after the request.
 *
 * @param key equal for the same background of one template version; empty for static layers alone
 * @param layers the indexes of the layers that belong to the background
 * @param placed those of them that are not static, as they are placed for these choices, by index
 */
record Combination(String key, BitSet layers, Map<Integer, PlacedLayer> placed) {
  /** The static layers alone. */
  static Combination none(Template template) {
    BitSet layers = new BitSet();
    for (int index = 0; index < template.layers().size(); index++) {
      layers.set(index, LayerFields.isStatic(template.layers().get(index)));
    }
    return new Combination("", layers, Map.of());
  }

  /**
   * The combination of a recipient.
   *
   * @param fields the recipient's
   * @param all the template's layers, placed with these fields
   */
  static Combination of(Template template, MergedFields fields, List<PlacedLayer> all) {
    Combination none = none(template);
    if (none.layers().cardinality() == all.size()) {
      return none;
    }
    StringBuilder key = new StringBuilder();
    BitSet layers = (BitSet) none.layers().clone();
    Map<Integer, PlacedLayer> placed = new TreeMap<>();
    for (int index = 0; index < all.size(); index++) {
      Layer layer = template.layers().get(index);
      if (!layers.get(index) && isOfChoices(template, layer)) {
        layers.set(index);
        placed.put(index, all.get(index));
        key.append(index).append(all.get(index) instanceof PlacedLayer.Visible ? '+' : '-');
        layer.fields().forEach(name -> add(key, fields.value(name)));
      }
    }
    return placed.isEmpty()
        ? none
        : new Combination(key.toString(), layers, Collections.unmodifiableMap(placed));
  }

  private static boolean isOfChoices(Template template, Layer layer) {
    return !layer.showsTime()
        && layer.fields().stream()
            .allMatch(
                name ->
                    template.fields().containsKey(name)
                        && template.fields().get(name).kind() == FieldKind.CHOICE);
  }

  private static void add(StringBuilder key, Optional<FieldValue> value) {
    String text = value.map(FieldValue::identity).orElse("");
    key.append(value.isPresent() ? '=' : '!').append(text.length()).append(':').append(text);
  }

  /** The layers of an example, those of this combination in place of its own. */
  List<PlacedLayer> in(List<PlacedLayer> example) {
    List<PlacedLayer> mixed = new ArrayList<>(example);
    placed.forEach(mixed::set);
    return mixed;
  }
}
