package dev.nameplate.edit.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A value of a JSON text and where it is written.
 *
 * @param start index of its first character
 * @param end index after its last character
 * @param value the value
 * @param parts the members of an object or the elements of an array, in the order of the text;
 *     empty for any other value
 */
record JsonSpan(int start, int end, JsonNode value, List<Part> parts) {
  JsonSpan {
    parts = List.copyOf(parts);
  }

  /**
   * A member or an element.
   *
   * @param start where it begins: a member with its key
   * @param key of a member; empty for an element
   * @param span the value
   */
  record Part(int start, String key, JsonSpan span) {
    int end() {
      return span.end();
    }
  }

  /** The value that the rest of a path leads to, or the last one on the way there. */
  JsonSpan find(String path) {
    for (int at = 0; at < parts.size(); at++) {
      Part part = parts.get(at);
      String step = value.isArray() ? "[" + at + "]" : "." + part.key();
      if (path.startsWith(step) && isBoundary(path, step.length())) {
        return part.span().find(path.substring(step.length()));
      }
    }
    return this;
  }

  private static boolean isBoundary(String path, int at) {
    return at == path.length() || path.charAt(at) == '.' || path.charAt(at) == '[';
  }
}
