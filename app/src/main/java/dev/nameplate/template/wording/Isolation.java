package dev.nameplate.template.wording;

/** Whether each value stands between marks of isolation (UAX #9), as for drawing. */
public enum Isolation {
  NONE,
  VALUES
}
