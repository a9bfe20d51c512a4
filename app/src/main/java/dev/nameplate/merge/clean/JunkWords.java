package dev.nameplate.merge.clean;

import java.util.Set;

/** What software writes where there is no value. The case counts: Null and Nan are surnames. */
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

  /** Whether a whole text stands for no value. */
  static boolean isJunk(String text) {
    return WHOLE.contains(text);
  }

  /** Whether a word stands for no value where others surround it, as in {@code Ann undefined}. */
  static boolean isJunkToken(String word) {
    return TOKENS.contains(word);
  }
}
