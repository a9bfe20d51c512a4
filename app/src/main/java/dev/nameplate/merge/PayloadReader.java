package dev.nameplate.merge;

import dev.nameplate.template.Field;

/** Payloads of codes: whatever they hold, to the letter. */
final class PayloadReader {
  private PayloadReader() {}

  /** Refused where it is longer than {@code maxLength} code points: half a payload is none. */
  static Reading read(Field field, String text) {
    return text.codePointCount(0, text.length()) > field.maxLength()
        ? new Reading.Refused("longer than maxLength")
        : Reading.text(text);
  }
}
