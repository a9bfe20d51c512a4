package dev.nameplate.edit.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes JSON values as the project's own templates are written: what fits a line stands in one
 * line, a longer object fills lines, and the file, its fields and its layers have a line for each
 * member. Texts are not escaped beyond what JSON asks for.
 */
final class TextPrinter {
  /** Where a line is broken, in UTF-16 units. */
  static final int WIDTH = 120;

  private static final int STEP = 2;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What has a line for each member wherever it stands. */
  private static final Set<String> TALL = Set.of("fields", "layers", "children", "standard");

  private TextPrinter() {}

  /** A whole file, with a line feed at its end. */
  static String file(JsonNode root) {
    return (root.isObject() ? tall(root, 0) : value(root, 0, 0)) + "\n";
  }

  /**
   * A value.
   *
   * @param indent of the line that it begins in
   * @param column where it begins
   */
  static String value(JsonNode value, int indent, int column) {
    String line = line(value);
    if (!value.isContainerNode() || value.isEmpty()) {
      return line;
    }
    boolean holdsTall = value.isObject() && SameValue.keys(value).stream().anyMatch(TALL::contains);
    if (!holdsTall && column + line.length() < WIDTH) {
      return line;
    }
    return value.isObject() && !holdsTall ? filled(value, indent) : tall(value, indent);
  }

  /**
   * A member with its key.
   *
   * @param indent of the line that it begins in
   * @param column where it begins
   */
  static String member(String key, JsonNode value, int indent, int column) {
    String start = text(key) + ": ";
    return start
        + (TALL.contains(key) && value.isContainerNode() && !value.isEmpty()
            ? tall(value, indent)
            : value(value, indent, column + start.length()));
  }

  /** A value in one line. */
  static String line(JsonNode value) {
    List<String> parts = new ArrayList<>();
    if (value.isObject()) {
      value
          .properties()
          .forEach(each -> parts.add(text(each.getKey()) + ": " + line(each.getValue())));
      return "{" + String.join(", ", parts) + "}";
    }
    if (value.isArray()) {
      value.forEach(each -> parts.add(line(each)));
      return "[" + String.join(", ", parts) + "]";
    }
    return value.isNumber() ? number(value) : text(value);
  }

  private static String number(JsonNode value) {
    return value.isIntegralNumber() ? value.asText() : value.decimalValue().toPlainString();
  }

  private static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a text can be written", impossible);
    }
  }

  private static String tall(JsonNode value, int indent) {
    String lead = "\n" + " ".repeat(indent + STEP);
    List<String> parts = new ArrayList<>();
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              each ->
                  parts.add(member(each.getKey(), each.getValue(), indent + STEP, indent + STEP)));
    } else {
      value.forEach(each -> parts.add(value(each, indent + STEP, indent + STEP)));
    }
    String end = "\n" + " ".repeat(indent);
    return value.isObject()
        ? "{" + lead + String.join("," + lead, parts) + end + "}"
        : "[" + lead + String.join("," + lead, parts) + end + "]";
  }

  /** An object whose members fill lines, as a paragraph's words do. */
  private static String filled(JsonNode object, int indent) {
    int inner = indent + STEP;
    StringBuilder text = new StringBuilder("{ ");
    int column = inner;
    boolean first = true;
    for (var each : object.properties()) {
      String part = member(each.getKey(), each.getValue(), inner, column);
      int length = part.indexOf('\n') < 0 ? part.length() : part.indexOf('\n');
      if (!first && column + length + 3 > WIDTH) {
        text.append(",\n").append(" ".repeat(inner));
        column = inner;
        part = member(each.getKey(), each.getValue(), inner, column);
      } else if (!first) {
        text.append(", ");
        column += 2;
      }
      text.append(part);
      int broken = part.lastIndexOf('\n');
      column = broken < 0 ? column + part.length() : part.length() - broken - 1;
      first = false;
    }
    return text.append(" }").toString();
  }
}
