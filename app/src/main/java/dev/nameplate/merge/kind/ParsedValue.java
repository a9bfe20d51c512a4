package dev.nameplate.merge.kind;

import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MissingReason;

/**
 * The result of reading a clean text as a field's kind: the value, or the reason why it is invalid.
 */
public sealed interface ParsedValue {
  /**
   * A valid value.
   *
   * @param value what the field shows
   */
  record Read(FieldValue value) implements ParsedValue {}

  /**
   * An invalid value.
   *
   * @param reason {@link MissingReason#INVALID}, or {@link MissingReason#JUNK} if the text means
   *     "no value"
   * @param detail a few words for the template's author that do not quote the value
   */
  record Refused(MissingReason reason, String detail) implements ParsedValue {
    Refused(String detail) {
      this(MissingReason.INVALID, detail);
    }
  }

  /**
   * Returns a valid value that is a text.
   *
   * @param shown not empty
   */
  static ParsedValue text(String shown) {
    return new Read(new FieldValue.Text(shown));
  }
}
