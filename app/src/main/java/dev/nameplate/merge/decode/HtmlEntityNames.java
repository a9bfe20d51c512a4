package dev.nameplate.merge.decode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The named character references of the HTML standard (WHATWG, section 13.5). */
final class HtmlEntityNames {
  /** The length of the longest name, without ampersand and semicolon. */
  static final int LONGEST = 31;

  private static final Map<String, String> BY_NAME = byName();

  private HtmlEntityNames() {}

  /**
   * The characters that a name stands for, one or two.
   *
   * @param name without ampersand and semicolon; its case matters
   * @return empty if there is no such name
   */
  static Optional<String> character(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static Map<String, String> byName() {
    Map<String, String> names = new HashMap<>();
    for (String line : ResourceTable.lines("html-names.txt")) {
      String[] parts = line.split(" ");
      StringBuilder characters = new StringBuilder();
      Arrays.stream(parts).skip(1).forEach(hex -> append(hex, characters));
      names.put(parts[0], characters.toString());
    }
    return names;
  }

  private static void append(String hex, StringBuilder characters) {
    characters.appendCodePoint(Integer.parseInt(hex, 16));
  }
}
