package dev.nameplate.merge.kind;

import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MissingReason;

/** What a kind makes of a clean text: its value, or why it is not of the kind. */
public sealed interface ParsedValue {
  record Read(FieldValue value) implements ParsedValue {}

  /**
   * Not of the kind.
   *
   * @param reason as the recipient's picture reports it
   * @param detail for the author; says nothing of the value
   */
  record Refused(MissingReason reason, String detail) implements ParsedValue {
    Refused(String detail) {
      this(MissingReason.INVALID, detail);
    }
  }

  static ParsedValue text(String shown) {
    return new Read(new FieldValue.Text(shown));
  }
}
