package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.VariantLayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a layer once for each combination of values of the choices that its tables name.
 *
 * @param context of the template
 * @param choices fields of kind choice, at least one
 */
record VariantLayerReader(LayerContext context, List<Field> choices) {
  private static final int MAX_VARIANTS = 64;

  /**
   * The layer; empty where it is faulty, which is added as a fault.
   *
   * @param node the layer's JSON
   * @param path its JSON path
   * @param reader reads a layer whose tables were replaced by their entries
   */
  Optional<Layer> read(JsonNode node, String path, Function<JsonNode, Optional<Layer>> reader) {
    List<List<String>> keys = keys();
    if (keys.size() > MAX_VARIANTS) {
      String found = keys.size() + " combinations of " + String.join(", ", names());
      context.faults().add(path, found, "at most " + MAX_VARIANTS + " in one layer");
      return Optional.empty();
    }
    int before = context.faults().list().size();
    ChoiceTables tables = new ChoiceTables(context);
    Map<JsonNode, Optional<Layer>> parsed = new HashMap<>();
    Map<List<String>, Layer> variants = new LinkedHashMap<>();
    for (List<String> key : keys) {
      tables
          .picked(node, values(key))
          .flatMap(picked -> parsed.computeIfAbsent(picked, reader))
          .ifPresent(layer -> variants.put(key, layer));
    }
    if (variants.isEmpty() && context.faults().list().size() == before) {
      context.faults().add(path, "a layer that is never there", "a value with which it is");
    }
    return variants.isEmpty() ? Optional.empty() : Optional.of(new VariantLayer(names(), variants));
  }

  private List<String> names() {
    return choices.stream().map(Field::name).toList();
  }

  /**
   * All combinations of the choices' options and of their absence, which is an empty text; cut off
   * soon after 64.
   */
  private List<List<String>> keys() {
    List<List<String>> keys = List.of(List.of());
    for (Field choice : choices) {
      List<String> options = new ArrayList<>(choice.options());
      options.add("");
      List<List<String>> longer = new ArrayList<>();
      for (List<String> key : keys) {
        for (String option : options) {
          List<String> next = new ArrayList<>(key);
          next.add(option);
          longer.add(next);
        }
      }
      keys = longer;
      if (keys.size() > MAX_VARIANTS) {
        return keys;
      }
    }
    return keys;
  }

  private Map<String, String> values(List<String> key) {
    Map<String, String> values = new HashMap<>();
    for (int at = 0; at < choices.size(); at++) {
      if (!key.get(at).isEmpty()) {
        values.put(choices.get(at).name(), key.get(at));
      }
    }
    return values;
  }
}
