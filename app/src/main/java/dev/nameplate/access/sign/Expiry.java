package dev.nameplate.access.sign;

import java.time.Instant;
import java.util.Optional;

/** Instants as addresses write them: whole seconds since 1970 in decimal, without leading zeros. */
final class Expiry {
  private static final int MOST_DIGITS = 11;

  private Expiry() {}

  /** The text of an instant, or of none. */
  static String text(Optional<Instant> instant) {
    return instant.map(at -> Long.toString(at.getEpochSecond())).orElse("");
  }

  /** The instant of a text that is not empty; empty where it is none. */
  static Optional<Instant> parse(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && text.length() <= MOST_DIGITS && text.charAt(0) != '0'
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
        : Optional.empty();
  }
}
