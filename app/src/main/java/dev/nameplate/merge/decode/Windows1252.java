package dev.nameplate.merge.decode;

import java.util.OptionalInt;

/** The charset windows-1252 (WHATWG Encoding Standard) with five bytes unassigned. */
final class Windows1252 {
  /** Bytes 80 to 9F; a space marks an unassigned byte. */
  private static final String HIGH_CONTROLS =
      "\u20ac \u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152 \u017d "
          + " \u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153"
          + " \u017e\u0178";

  private Windows1252() {}

  /** The character of a byte, 0 to 255; empty for an unassigned byte. */
  static OptionalInt character(int value) {
    if (value < 0x80 || value > 0x9f) {
      return OptionalInt.of(value);
    }
    char c = HIGH_CONTROLS.charAt(value - 0x80);
    return c == ' ' ? OptionalInt.empty() : OptionalInt.of(c);
  }

  /**
   * The byte of a character; empty if the charset has none. C1 controls stand for the unassigned
   * bytes, as in decoders.
   */
  static OptionalInt value(int character) {
    if (character < 0x100) {
      return OptionalInt.of(character);
    }
    int index = HIGH_CONTROLS.indexOf(character);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 0x80);
  }
}
