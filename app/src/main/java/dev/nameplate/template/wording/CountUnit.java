package dev.nameplate.template.wording;

import java.time.Duration;
import java.util.Locale;

/** The units in which remaining time is counted, the largest first. */
public enum CountUnit {
  /** Days of 24 hours. */
  DAYS(Duration.ofDays(1)),

  /** Hours. */
  HOURS(Duration.ofHours(1)),

  /** Minutes. */
  MINUTES(Duration.ofMinutes(1)),

  /** Seconds. */
  SECONDS(Duration.ofSeconds(1));

  private final Duration length;

  CountUnit(Duration length) {
    this.length = length;
  }

  /** The length of one unit; a day has 24 hours, also where clocks change. */
  public Duration length() {
    return length;
  }

  /** The name in templates: the constant in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
