package dev.nameplate.merge.clean;

import java.util.Set;

/** Words that software writes for "no value". Case matters: Null and Nan are surnames. */
final class JunkWords {
  private static final Set<String> WHOLE =
      Set.of(
          "null",
          "NULL",
          "(null)",
          "<null>",
          "[null]",
          "nil",
          "None",
          "none",
          "NONE",
          "undefined",
          "Undefined",
          "UNDEFINED",
          "NaN",
          "nan",
          "N/A",
          "n/a",
          "N/a",
          "N.A.",
          "n.a.",
          "NA",
          "#N/A",
          "#n/a",
          "#REF!",
          "#VALUE!",
          "#NAME?",
          "#NULL!",
          "#DIV/0!",
          "(blank)",
          "(empty)",
          "(not set)",
          "not set",
          "-",
          "--",
          "---",
          "\u2013",
          "\u2014",
          "_",
          ".",
          "\\N",
          "{}",
          "[]",
          "\"\"",
          "''");
  private static final Set<String> TOKENS = Set.of("undefined", "null", "NULL", "NaN", "None");

  private JunkWords() {}

  /** Whether a whole text means "no value". */
  static boolean isJunk(String text) {
    return WHOLE.contains(text);
  }

  /** Whether a word among others means "no value", as in {@code Ann undefined}. */
  static boolean isJunkToken(String word) {
    return TOKENS.contains(word);
  }
}
