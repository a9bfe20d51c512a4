package dev.nameplate.batch.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a job makes of its list. */
public enum JobMode {
  /** A URL for each row; nothing is drawn. */
  URLS,
  /** URLs, and their pictures in the cache of results, so that they are there when mails open. */
  PRERENDER,
  /** A file for each row. */
  FILES;

  /** Returns the name in lower case, as the API has it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether pictures are drawn. */
  public boolean draws() {
    return this != URLS;
  }

  /** Returns whether the URLs are what is asked for. */
  public boolean makesUrls() {
    return this != FILES;
  }

  /** Returns the mode with a label, matching case; empty if no mode has it. */
  public static Optional<JobMode> ofLabel(String label) {
    return Arrays.stream(values()).filter(mode -> mode.label().equals(label)).findFirst();
  }
}
