package dev.nameplate.template.wording;

/** Whether each value stands between U+2068 and U+2069 (UAX #9). */
public enum Isolation {
  NONE,
  VALUES
}
