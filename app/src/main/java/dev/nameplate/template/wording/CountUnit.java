package dev.nameplate.template.wording;

import java.time.Duration;
import java.util.Locale;

/** What time left is counted in, the largest first. */
public enum CountUnit {
  DAYS(Duration.ofDays(1)),
  HOURS(Duration.ofHours(1)),
  MINUTES(Duration.ofMinutes(1)),
  SECONDS(Duration.ofSeconds(1));

  private final Duration length;

  CountUnit(Duration length) {
    this.length = length;
  }

  /** A day is 24 hours here, whatever a calendar says. */
  public Duration length() {
    return length;
  }

  /** As a template writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
