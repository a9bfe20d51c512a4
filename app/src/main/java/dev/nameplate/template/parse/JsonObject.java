package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.template.fault.FaultCollector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the keys of a JSON object of a template. A wrong value is added as a fault and replaced by
 * its default, so that reading continues and finds all faults.
 */
final class JsonObject {
  private static final String COMMENT = "$comment";

  private final ObjectNode node;
  private final String path;
  private final FaultCollector faultCollector;

  private JsonObject(ObjectNode node, String path, FaultCollector faultCollector) {
    this.node = node;
    this.path = path;
    this.faultCollector = faultCollector;
  }

  /**
   * An object whose other keys are faults, but for a text {@code $comment}.
   *
   * @param node the value
   * @param path its JSON path
   * @param keys the allowed keys
   * @param faultCollector gets all faults of this object
   * @return empty where the value is no object, which is added as a fault
   */
  static Optional<JsonObject> of(
      JsonNode node, String path, Set<String> keys, FaultCollector faultCollector) {
    Optional<JsonObject> object = any(node, path, faultCollector);
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key) && !isComment(key, node)) {
                faultCollector.add(
                    path + "." + key,
                    "an unknown key",
                    FaultCollector.oneOf(key, new TreeSet<>(keys)));
              }
            });
    return object;
  }

  /** A remark for people, which JSON has no other form for; nothing is made of it. */
  private static boolean isComment(String key, JsonNode node) {
    return key.equals(COMMENT) && node.path(key).isTextual();
  }

  /** An object with any keys; empty where the value is none, which is added as a fault. */
  static Optional<JsonObject> any(JsonNode node, String path, FaultCollector faultCollector) {
    if (node instanceof ObjectNode object) {
      return Optional.of(new JsonObject(object, path, faultCollector));
    }
    faultCollector.add(path, node, "an object");
    return Optional.empty();
  }

  /** Where the faults of this object are collected. */
  FaultCollector faults() {
    return faultCollector;
  }

  /** The JSON path of this object. */
  String path() {
    return path;
  }

  /** The JSON path of a key. */
  String path(String key) {
    return path + "." + key;
  }

  /** The value of a key; empty where it is absent. */
  Optional<JsonNode> get(String key) {
    return Optional.ofNullable(node.get(key));
  }

  /** Whether a key is there. */
  boolean has(String key) {
    return node.has(key);
  }

  /** A text; empty where it is absent or no text. */
  Optional<String> text(String key) {
    Optional<JsonNode> value = get(key);
    if (value.isPresent() && !value.get().isTextual()) {
      faultCollector.add(path(key), value.get(), "a text");
      return Optional.empty();
    }
    return value.map(JsonNode::textValue);
  }

  /** A text; empty where it is absent or no text, each of which is added as a fault. */
  String requiredText(String key) {
    if (!has(key)) {
      faultCollector.add(path(key), "nothing", "a text; this key is required");
    }
    return text(key).orElse("");
  }

  /** The texts of a list, or a text as a list of one; empty where it is absent or neither. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    JsonNode value = node.path(key);
    if (value.isTextual()) {
      texts.add(value.textValue());
    } else if (value.isArray()) {
      for (JsonNode item : value) {
        if (item.isTextual()) {
          texts.add(item.textValue());
        } else {
          faultCollector.add(path(key) + "[" + texts.size() + "]", item, "a text");
        }
      }
    } else if (has(key)) {
      faultCollector.add(path(key), value, "a text or a list of texts");
    }
    return texts;
  }

  /** A number from {@code min} to {@code max}; the default where it is absent or wrong. */
  double number(String key, double defaultValue, double min, double max) {
    Optional<JsonNode> value = get(key);
    if (value.isEmpty()) {
      return defaultValue;
    }
    return number(value.get(), path(key), min, max).orElse(defaultValue);
  }

  /** A number from {@code min} to {@code max}; empty where it is absent or wrong. */
  Optional<Double> number(String key, double min, double max) {
    return get(key).flatMap(value -> number(value, path(key), min, max));
  }

  private Optional<Double> number(JsonNode value, String at, double min, double max) {
    if (value.isNumber() && value.doubleValue() >= min && value.doubleValue() <= max) {
      return Optional.of(value.doubleValue());
    }
    faultCollector.add(at, value, "a number from " + plain(min) + " to " + plain(max));
    return Optional.empty();
  }

  /** A whole number from {@code min} to {@code max}; the default where it is absent or wrong. */
  int whole(String key, int defaultValue, int min, int max) {
    JsonNode value = node.path(key);
    if (!has(key)) {
      return defaultValue;
    }
    if (value.isInt() && value.intValue() >= min && value.intValue() <= max) {
      return value.intValue();
    }
    faultCollector.add(path(key), value, "a whole number from " + min + " to " + max);
    return defaultValue;
  }

  /** A number of any size; empty where it is absent or no number. */
  Optional<BigDecimal> decimal(String key) {
    Optional<JsonNode> value = get(key);
    if (value.isPresent() && !value.get().isNumber()) {
      faultCollector.add(path(key), value.get(), "a number");
      return Optional.empty();
    }
    return value.map(JsonNode::decimalValue);
  }

  /**
   * A list of exactly {@code count} numbers from {@code min} to {@code max}; empty where it is
   * absent or wrong.
   */
  Optional<List<Double>> numbers(String key, int count, double min, double max) {
    JsonNode value = node.path(key);
    if (!has(key)) {
      return Optional.empty();
    }
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      number(value.get(i), path(key) + "[" + i + "]", min, max).ifPresent(numbers::add);
    }
    if (!value.isArray() || value.size() != count) {
      faultCollector.add(path(key), value, "a list of " + count + " numbers");
      return Optional.empty();
    }
    return numbers.size() == count ? Optional.of(numbers) : Optional.empty();
  }

  /** True or false; the default where it is absent or neither. */
  boolean flag(String key, boolean defaultValue) {
    JsonNode value = node.path(key);
    if (has(key) && !value.isBoolean()) {
      faultCollector.add(path(key), value, "true or false");
    }
    return value.asBoolean(defaultValue);
  }

  /** The value of one of some names; the default where it is absent or another name. */
  <T> T choice(String key, Map<String, T> choices, T defaultValue) {
    Optional<JsonNode> value = get(key);
    if (value.isEmpty()) {
      return defaultValue;
    }
    T chosen = value.get().isTextual() ? choices.get(value.get().textValue()) : null;
    if (chosen == null) {
      faultCollector.add(
          path(key),
          value.get(),
          FaultCollector.oneOf(value.get().asText(), new TreeSet<>(choices.keySet())));
      return defaultValue;
    }
    return chosen;
  }

  /** A color; the default where it is absent or wrong. */
  Rgba color(String key, Rgba defaultValue) {
    return color(key).orElse(defaultValue);
  }

  /** A color; empty where it is absent or wrong. */
  Optional<Rgba> color(String key) {
    return get(key).flatMap(value -> color(value, path(key)));
  }

  /**
   * The color of a value: {@code #rgb}, {@code #rrggbb} or {@code #rrggbbaa} (CSS Color 4); empty
   * where it is none, which is added as a fault.
   */
  Optional<Rgba> color(JsonNode value, String at) {
    Optional<Rgba> color = value.isTextual() ? Rgba.parse(value.textValue()) : Optional.empty();
    if (color.isEmpty()) {
      faultCollector.add(at, value, "a colour: #rgb, #rrggbb or #rrggbbaa");
    }
    return color;
  }

  /** An object whose other keys are faults; empty where it is absent or no object. */
  Optional<JsonObject> object(String key, Set<String> keys) {
    return get(key).flatMap(value -> of(value, path(key), keys, faultCollector));
  }

  /** The items of a list of at most {@code max}; empty where it is absent, no list or too long. */
  List<JsonNode> items(String key, int max) {
    JsonNode value = node.path(key);
    if (has(key) && (!value.isArray() || value.size() > max)) {
      faultCollector.add(path(key), value, "a list of at most " + max);
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>();
    value.forEach(items::add);
    return items;
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
