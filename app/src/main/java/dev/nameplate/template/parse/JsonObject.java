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
 * An object of a template's JSON that is read key by key. A wrong value is noted as a fault and its
 * default taken, so that reading goes on to the next.
 */
final class JsonObject {
  private final ObjectNode node;
  private final String path;
  private final FaultCollector faultCollector;

  private JsonObject(ObjectNode node, String path, FaultCollector faultCollector) {
    this.node = node;
    this.path = path;
    this.faultCollector = faultCollector;
  }

  /** An object that may hold these keys and no others. */
  static Optional<JsonObject> of(
      JsonNode node, String path, Set<String> keys, FaultCollector faultCollector) {
    Optional<JsonObject> object = any(node, path, faultCollector);
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                faultCollector.add(
                    path + "." + key,
                    "an unknown key",
                    FaultCollector.oneOf(key, new TreeSet<>(keys)));
              }
            });
    return object;
  }

  /** An object of whatever keys. */
  static Optional<JsonObject> any(JsonNode node, String path, FaultCollector faultCollector) {
    if (node instanceof ObjectNode object) {
      return Optional.of(new JsonObject(object, path, faultCollector));
    }
    faultCollector.add(path, node, "an object");
    return Optional.empty();
  }

  FaultCollector faults() {
    return faultCollector;
  }

  String path() {
    return path;
  }

  String path(String key) {
    return path + "." + key;
  }

  Optional<JsonNode> get(String key) {
    return Optional.ofNullable(node.get(key));
  }

  boolean has(String key) {
    return node.has(key);
  }

  Optional<String> text(String key) {
    Optional<JsonNode> value = get(key);
    if (value.isPresent() && !value.get().isTextual()) {
      faultCollector.add(path(key), value.get(), "a text");
      return Optional.empty();
    }
    return value.map(JsonNode::textValue);
  }

  String requiredText(String key) {
    if (!has(key)) {
      faultCollector.add(path(key), "nothing", "a text; this key is required");
    }
    return text(key).orElse("");
  }

  /** A text, or a list of texts, as a list. */
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

  double number(String key, double preset, double least, double most) {
    Optional<JsonNode> value = get(key);
    if (value.isEmpty()) {
      return preset;
    }
    return number(value.get(), path(key), least, most).orElse(preset);
  }

  Optional<Double> number(String key, double least, double most) {
    return get(key).flatMap(value -> number(value, path(key), least, most));
  }

  private Optional<Double> number(JsonNode value, String at, double least, double most) {
    if (value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most) {
      return Optional.of(value.doubleValue());
    }
    faultCollector.add(at, value, "a number from " + plain(least) + " to " + plain(most));
    return Optional.empty();
  }

  int whole(String key, int preset, int least, int most) {
    JsonNode value = node.path(key);
    if (!has(key)) {
      return preset;
    }
    if (value.isInt() && value.intValue() >= least && value.intValue() <= most) {
      return value.intValue();
    }
    faultCollector.add(path(key), value, "a whole number from " + least + " to " + most);
    return preset;
  }

  Optional<BigDecimal> decimal(String key) {
    Optional<JsonNode> value = get(key);
    if (value.isPresent() && !value.get().isNumber()) {
      faultCollector.add(path(key), value.get(), "a number");
      return Optional.empty();
    }
    return value.map(JsonNode::decimalValue);
  }

  /** A list of exactly so many numbers. */
  Optional<List<Double>> numbers(String key, int count, double least, double most) {
    JsonNode value = node.path(key);
    if (!has(key)) {
      return Optional.empty();
    }
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      number(value.get(i), path(key) + "[" + i + "]", least, most).ifPresent(numbers::add);
    }
    if (!value.isArray() || value.size() != count) {
      faultCollector.add(path(key), value, "a list of " + count + " numbers");
      return Optional.empty();
    }
    return numbers.size() == count ? Optional.of(numbers) : Optional.empty();
  }

  boolean flag(String key, boolean preset) {
    JsonNode value = node.path(key);
    if (has(key) && !value.isBoolean()) {
      faultCollector.add(path(key), value, "true or false");
    }
    return value.asBoolean(preset);
  }

  <T> T choice(String key, Map<String, T> choices, T preset) {
    Optional<JsonNode> value = get(key);
    if (value.isEmpty()) {
      return preset;
    }
    T chosen = value.get().isTextual() ? choices.get(value.get().textValue()) : null;
    if (chosen == null) {
      faultCollector.add(
          path(key),
          value.get(),
          FaultCollector.oneOf(value.get().asText(), new TreeSet<>(choices.keySet())));
      return preset;
    }
    return chosen;
  }

  Rgba color(String key, Rgba preset) {
    return color(key).orElse(preset);
  }

  Optional<Rgba> color(String key) {
    return get(key).flatMap(value -> color(value, path(key)));
  }

  Optional<Rgba> color(JsonNode value, String at) {
    Optional<Rgba> color = value.isTextual() ? Rgba.parse(value.textValue()) : Optional.empty();
    if (color.isEmpty()) {
      faultCollector.add(at, value, "a colour: #rgb, #rrggbb or #rrggbbaa");
    }
    return color;
  }

  Optional<JsonObject> object(String key, Set<String> keys) {
    return get(key).flatMap(value -> of(value, path(key), keys, faultCollector));
  }

  /** The items of a list of at most so many; empty where it is absent or no list. */
  List<JsonNode> items(String key, int most) {
    JsonNode value = node.path(key);
    if (has(key) && (!value.isArray() || value.size() > most)) {
      faultCollector.add(path(key), value, "a list of at most " + most);
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
