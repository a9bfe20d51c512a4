package dev.nameplate.merge.kind;

import dev.nameplate.template.field.Field;

/** Reads payloads of codes: any text, unchanged. */
final class PayloadReader {
  private PayloadReader() {}

  /** The payload, or a refusal if it has more code points than the field's {@code maxLength}. */
  static ParsedValue read(Field field, String text) {
    return text.codePointCount(0, text.length()) > field.maxLength()
        ? new ParsedValue.Refused("longer than maxLength")
        : ParsedValue.text(text);
  }
}
