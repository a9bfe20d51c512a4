package dev.nameplate.access.ratelimit;

import java.util.Optional;

/**
 * How often something may happen.
 *
 * @param perSecond in the long run, at least 1
 * @param burst how often at once after a rest, at least 1
 */
public record Rate(long perSecond, long burst) {
  private static final long MOST = 1_000_000_000;
  private static final int BURST = 5;

  public Rate {
    if (perSecond < 1 || burst < 1 || perSecond > MOST || burst > MOST) {
      throw new IllegalArgumentException("a rate and its burst are 1 to " + MOST);
    }
  }

  /** Reads {@code 200} or {@code 200/1000}; a burst left out is five seconds' worth. */
  public static Optional<Rate> parse(String text) {
    if (!text.matches("[1-9]\\d{0,7}(?:/[1-9]\\d{0,8})?")) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    long rate = Long.parseLong(slash < 0 ? text : text.substring(0, slash));
    return Optional.of(
        new Rate(rate, slash < 0 ? rate * BURST : Long.parseLong(text.substring(slash + 1))));
  }
}
