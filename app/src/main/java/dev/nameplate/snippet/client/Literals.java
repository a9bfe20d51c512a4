package dev.nameplate.snippet.client;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Texts as literals of languages. What is not ASCII stands as it is, in UTF-8; control characters,
 * and half surrogate pairs that no encoding has, are escaped or replaced.
 */
final class Literals {
  private static final String ALSO_IN_SHELL = "\\u0027";

  private Literals() {}

  /** A JSON string (RFC 8259, section 7), which is one of JavaScript and Python too. */
  static String json(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int unit : whole(text).codePoints().toArray()) {
      switch (unit) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> {
          if (isControl(unit)) {
            literal.append("\\u%04x".formatted(unit));
          } else {
            literal.appendCodePoint(unit);
          }
        }
      }
    }
    return literal.append('"').toString();
  }

  /** JSON between single quotes of a POSIX shell, which has no escape in them. */
  static String shell(String json) {
    return "'" + json.replace("'", ALSO_IN_SHELL) + "'";
  }

  /** A string of PHP in single quotes, in which nothing is looked for. */
  static String php(String text) {
    return "'" + whole(text).replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** The members of an object, one a line, with an indent and a comma between them. */
  static String members(Map<String, String> layers, String indent) {
    return layers.entrySet().stream()
        .map(layer -> indent + json(layer.getKey()) + ": " + json(layer.getValue()))
        .collect(Collectors.joining(",\n"));
  }

  private static boolean isControl(int unit) {
    return unit < ' ' || (unit >= 0x7f && unit < 0xa0) || unit == 0x2028 || unit == 0x2029;
  }

  /** The text with U+FFFD for each half surrogate pair. */
  private static String whole(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .map(unit -> unit >= 0xd800 && unit <= 0xdfff ? 0xfffd : unit)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
