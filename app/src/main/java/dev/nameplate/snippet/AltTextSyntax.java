package dev.nameplate.snippet;

import java.util.Optional;

/** Writes the parts of an alternative text in the language of a snippet. */
interface AltTextSyntax {
  /** The author's words, escaped for the language. */
  String words(String text);

  /** The value of a field that a tag fills. */
  String value(String field);

  /**
   * A condition.
   *
   * @param field the field that is tested
   * @param there written where the field has a value; already in this language
   * @param absent written where it has none; already in this language
   * @return empty where the language has no conditions
   */
  Optional<String> either(String field, String there, String absent);
}
