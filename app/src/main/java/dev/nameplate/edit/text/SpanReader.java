package dev.nameplate.edit.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Finds where the parts of a JSON text are written. The text was parsed before, so it is JSON. */
final class SpanReader {
  private final String text;
  private int at;

  SpanReader(String text) {
    this.text = text;
  }

  JsonSpan read(JsonNode root) {
    return value(root);
  }

  private JsonSpan value(JsonNode node) {
    skipBlanks();
    int start = at;
    List<JsonSpan.Part> parts =
        switch (text.charAt(at)) {
          case '{' -> members(node.properties().iterator());
          case '[' -> elements(node.elements());
          default -> {
            skipScalar();
            yield List.of();
          }
        };
    return new JsonSpan(start, at, node, parts);
  }

  private List<JsonSpan.Part> members(Iterator<Map.Entry<String, JsonNode>> members) {
    List<JsonSpan.Part> parts = new ArrayList<>();
    at++;
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      skipBlanks();
      int start = at;
      skipScalar();
      skipBlanks();
      at++; // the colon
      parts.add(new JsonSpan.Part(start, member.getKey(), value(member.getValue())));
      skipBlanks();
      at += members.hasNext() ? 1 : 0;
    }
    skipBlanks();
    at++;
    return parts;
  }

  private List<JsonSpan.Part> elements(Iterator<JsonNode> elements) {
    List<JsonSpan.Part> parts = new ArrayList<>();
    at++;
    while (elements.hasNext()) {
      JsonSpan span = value(elements.next());
      parts.add(new JsonSpan.Part(span.start(), "", span));
      skipBlanks();
      at += elements.hasNext() ? 1 : 0;
    }
    skipBlanks();
    at++;
    return parts;
  }

  /** A text in quotes, a number or a word. */
  private void skipScalar() {
    if (text.charAt(at) == '"') {
      at++;
      while (text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at++;
      return;
    }
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
