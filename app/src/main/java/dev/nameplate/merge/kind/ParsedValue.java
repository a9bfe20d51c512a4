package dev.nameplate.merge.kind;

import dev.nameplate.merge.value.FieldValue;

/** What a kind makes of a clean text: its value, or why it is not of the kind. */
public sealed interface ParsedValue {
  record Read(FieldValue value) implements ParsedValue {}

  /**
   * Not of the kind.
   *
   * @param detail for the author; says nothing of the value
   */
  record Refused(String detail) implements ParsedValue {}

  static ParsedValue text(String shown) {
    return new Read(new FieldValue.Text(shown));
  }
}
