package dev.nameplate.merge.kind;

import dev.nameplate.template.field.Field;

/** Payloads of codes: whatever they hold, to the letter. */
final class PayloadReader {
  private PayloadReader() {}

  /** Refused where it is longer than {@code maxLength} code points: half a payload is none. */
  static ParsedValue read(Field field, String text) {
    return text.codePointCount(0, text.length()) > field.maxLength()
        ? new ParsedValue.Refused("longer than maxLength")
        : ParsedValue.text(text);
  }
}
