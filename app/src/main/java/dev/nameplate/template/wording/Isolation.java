package dev.nameplate.template.wording;

/**
 * Whether the values in a wording are enclosed in isolates (UAX #9), so that their direction does
 * not change the order of the words around them.
 */
public enum Isolation {
  /** Values stand as they are. */
  NONE,

  /** Each value stands between an isolate initiator (U+2066, U+2067 or U+2068) and U+2069. */
  VALUES
}
