package dev.nameplate.template.layer;

import java.util.Locale;

/** The state of a countdown, from far to near; a template can have a wording for each. */
public enum CountdownState {
  /** It ends after tomorrow, or no wording for a nearer state is there. */
  DAYS,
  /** It ends on the next calendar day of the template's zone. */
  TOMORROW,
  /** It ends on the current calendar day of the template's zone. */
  TODAY,
  /** Less than 24 hours are left. */
  HOURS,
  /** Less than an hour is left. */
  MINUTES,
  /** It has ended. */
  ENDED,
  /** There is no end: the date field is absent, or the picture is drawn for no particular time. */
  NONE;

  /** The name in {@code text} of a template: the constant in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
