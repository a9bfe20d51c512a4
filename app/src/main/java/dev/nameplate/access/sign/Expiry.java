package dev.nameplate.access.sign;

import java.time.Instant;
import java.util.Optional;

/**
 * The text of {@code _exp}: whole seconds since 1970-01-01T00:00Z in decimal, without leading
 * zeros, at most {@value #MAX_DIGITS} digits.
 */
final class Expiry {
  private static final int MAX_DIGITS = 11;

  private Expiry() {}

  /** The text of an instant, fractions of a second cut off; the empty text for none. */
  static String text(Optional<Instant> instant) {
    return instant.map(at -> Long.toString(at.getEpochSecond())).orElse("");
  }

  /** The instant of a text; empty where the text is empty or has another form. */
  static Optional<Instant> parse(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && text.length() <= MAX_DIGITS && text.charAt(0) != '0'
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
        : Optional.empty();
  }
}
