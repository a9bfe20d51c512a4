package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tables in a layer's JSON that select a color, a picture or the layer's visibility by the value of
 * a choice: {@code {"by": "tier", "VIP": "#ffc400", "*": "#cccccc"}}.
 *
 * <p>Tables of a stack's children belong to the children.
 */
record ChoiceTables(LayerContext context) {
  static final String BY = "by";
  static final String OTHER = "*";
  static final Set<String> KEYS =
      Set.of("when", "src", "mask", "logo", "color", "fill", "track", "dark", "light");

  private static final String CHILDREN = "children";
  private static final String STOPS = "stops";

  /**
   * The choices that a layer's tables name, in order; a wrong table is added as a fault. Empty
   * where there are no tables.
   */
  Set<Field> choices(JsonNode layer, String path) {
    Set<Field> choices = new LinkedHashSet<>();
    gather(layer, path, choices);
    return choices;
  }

  /**
   * A copy of a layer's JSON with each table replaced by its entry.
   *
   * @param layer the layer's JSON
   * @param values of the choices by name; an absent one has no entry
   * @return empty where a table has no entry for the values or hides the layer
   */
  Optional<ObjectNode> picked(JsonNode layer, Map<String, String> values) {
    ObjectNode copy = layer.deepCopy();
    return replace(copy, values) ? Optional.of(copy) : Optional.empty();
  }

  private void gather(JsonNode node, String path, Set<Field> choices) {
    if (node.isArray()) {
      for (int at = 0; at < node.size(); at++) {
        gather(node.get(at), path + "[" + at + "]", choices);
      }
    }
    node.properties()
        .forEach(
            entry -> {
              String at = path + "." + entry.getKey();
              if (isTable(entry.getKey(), entry.getValue())) {
                check(entry.getKey(), entry.getValue(), at).ifPresent(choices::add);
              } else if (entry.getKey().equals(STOPS)) {
                gatherStops(entry.getValue(), at, choices);
              } else if (!entry.getKey().equals(CHILDREN)) {
                gather(entry.getValue(), at, choices);
              }
            });
  }

  private void gatherStops(JsonNode stops, String path, Set<Field> choices) {
    for (int at = 0; at < stops.size(); at++) {
      JsonNode color = stops.path(at).path(1);
      if (color.has(BY)) {
        check(STOPS, color, path + "[" + at + "]").ifPresent(choices::add);
      }
    }
  }

  private static boolean isTable(String key, JsonNode value) {
    return KEYS.contains(key) && value.has(BY);
  }

  /** The choice that a table names; empty where the table is wrong, which is added as a fault. */
  private Optional<Field> check(String key, JsonNode table, String path) {
    String by = table.path(BY).asText();
    Field field = context.fields().get(by);
    if (field == null || field.kind() != FieldKind.CHOICE) {
      List<String> allowed = new ArrayList<>();
      context.fields().values().stream()
          .filter(each -> each.kind() == FieldKind.CHOICE)
          .forEach(each -> allowed.add(each.name()));
      context
          .faults()
          .add(path + ".by", "'" + by + "'", "a choice: " + FaultCollector.oneOf(by, allowed));
      return Optional.empty();
    }
    Set<String> known = new TreeSet<>(field.options());
    known.add(OTHER);
    boolean all = true;
    for (Map.Entry<String, JsonNode> entry : table.properties()) {
      if (!entry.getKey().equals(BY)) {
        all &= checkEntry(key, entry, path + "." + entry.getKey(), known);
      }
    }
    if (table.size() == 1) {
      context.faults().add(path, table, "an entry for " + String.join(", ", known));
      all = false;
    }
    return all ? Optional.of(field) : Optional.empty();
  }

  private boolean checkEntry(
      String key, Map.Entry<String, JsonNode> entry, String path, Set<String> known) {
    if (!known.contains(entry.getKey())) {
      context.faults().add(path, "an unknown value", FaultCollector.oneOf(entry.getKey(), known));
      return false;
    }
    if (key.equals("when") && !entry.getValue().isBoolean()) {
      context.faults().add(path, entry.getValue(), "true or false");
      return false;
    }
    return true;
  }

  private static boolean replace(JsonNode node, Map<String, String> values) {
    boolean complete = true;
    if (node instanceof ArrayNode list) {
      for (JsonNode item : list) {
        complete &= replace(item, values);
      }
    }
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
        complete &= replace(object, entry, values);
      }
    }
    return complete;
  }

  private static boolean replace(
      ObjectNode object, Map.Entry<String, JsonNode> entry, Map<String, String> values) {
    String key = entry.getKey();
    if (key.equals(CHILDREN)) {
      return true;
    }
    if (key.equals(STOPS)) {
      return replaceStops(entry.getValue(), values);
    }
    if (!isTable(key, entry.getValue())) {
      return replace(entry.getValue(), values);
    }
    Optional<JsonNode> found = entry(entry.getValue(), values);
    if (key.equals("when")) {
      object.remove(key);
      return found.map(JsonNode::booleanValue).orElse(false);
    }
    found.ifPresent(value -> object.set(key, value));
    return found.isPresent();
  }

  private static boolean replaceStops(JsonNode stops, Map<String, String> values) {
    boolean complete = true;
    for (JsonNode stop : stops) {
      if (stop instanceof ArrayNode pair && pair.path(1).has(BY)) {
        Optional<JsonNode> found = entry(pair.get(1), values);
        found.ifPresent(color -> pair.set(1, color));
        complete &= found.isPresent();
      }
    }
    return complete;
  }

  private static Optional<JsonNode> entry(JsonNode table, Map<String, String> values) {
    String value = values.get(table.path(BY).asText());
    return value != null && table.has(value)
        ? Optional.of(table.get(value))
        : Optional.ofNullable(table.get(OTHER));
  }
}
