package dev.nameplate.template.layer;

import java.util.Locale;

/** How near the end is; each may have a wording of its own. */
public enum CountdownState {
  /** The day of the end comes after tomorrow, or no nearer wording is there. */
  DAYS,
  /** It ends on the next day of the calendar. */
  TOMORROW,
  /** It ends on this day of the calendar. */
  TODAY,
  /** Less than 24 hours are left. */
  HOURS,
  /** Less than an hour is left. */
  MINUTES,
  /** The end has come. */
  ENDED,
  /** There is no end: its field is absent, or the picture is made for any time. */
  NONE;

  /** As a template writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
