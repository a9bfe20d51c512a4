package dev.nameplate.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads layers in each of the forms that callers write: a map of values or of objects, flat names
 * ({@code "name.text"}), an array of objects with a {@code name}.
 */
final class LayerReader {
  /** How many values one body may give. */
  static final int MOST = 200;

  private static final String NAME = "name";

  /** A member's name that needs no quotes in a path. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final List<LayerEntry> entries = new ArrayList<>();
  private final List<ApiFault> faults;

  /**
   * @param faults takes what is wrong
   */
  LayerReader(List<ApiFault> faults) {
    this.faults = faults;
  }

  /** The values of a node; none where it is absent or null. */
  List<LayerEntry> read(String path, JsonNode node) {
    if (node.isObject()) {
      node.properties().forEach(each -> named(child(path, each.getKey()), each));
    } else if (node.isArray()) {
      for (int at = 0; at < node.size() && entries.size() <= MOST; at++) {
        element(path + "[" + at + "]", node.get(at));
      }
    } else if (!node.isMissingNode() && !node.isNull()) {
      fault(path, "an object of values by name, or an array of objects with a name");
    }
    if (entries.size() > MOST) {
      fault(path, "at most " + MOST + " values");
      return List.of();
    }
    return entries;
  }

  private void named(String path, Map.Entry<String, JsonNode> each) {
    if (entries.size() > MOST) {
      return;
    }
    int dot = each.getKey().indexOf('.');
    if (dot < 0) {
      value(path, each.getKey(), each.getValue());
      return;
    }
    scalar(
        path,
        each.getKey().substring(0, dot),
        Optional.of(each.getKey().substring(dot + 1)),
        each.getValue());
  }

  private void value(String path, String name, JsonNode value) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              property ->
                  scalar(
                      child(path, property.getKey()),
                      name,
                      Optional.of(property.getKey()),
                      property.getValue()));
    } else {
      scalar(path, name, Optional.empty(), value);
    }
  }

  private void element(String path, JsonNode element) {
    if (!element.path(NAME).isTextual()) {
      fault(path, "an object with a name and a text or an image_url");
      return;
    }
    element.properties().stream()
        .filter(property -> !property.getKey().equals(NAME))
        .forEach(
            property ->
                scalar(
                    child(path, property.getKey()),
                    element.path(NAME).asText(),
                    Optional.of(property.getKey()),
                    property.getValue()));
  }

  private void scalar(String path, String name, Optional<String> property, JsonNode value) {
    if (value.isContainerNode()) {
      fault(path, "a text, a number, true, false or null");
    } else {
      Optional<String> text = value.isNull() ? Optional.empty() : Optional.of(value.asText());
      entries.add(new LayerEntry(path, name, property, text));
    }
  }

  private void fault(String path, String allowed) {
    faults.add(ApiFault.of(path, ErrorCode.INVALID_VALUE, "allowed here: " + allowed));
  }

  /** A member's path as JSONPath writes it (RFC 9535). */
  static String child(String path, String name) {
    return PLAIN.matcher(name).matches()
        ? path + "." + name
        : path + "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }
}
