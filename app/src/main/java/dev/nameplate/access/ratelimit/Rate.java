package dev.nameplate.access.ratelimit;

import java.util.Optional;

/**
 * A token bucket's refill rate and capacity.
 *
 * @param perSecond permits a second in the long run, 1 to 1,000,000,000
 * @param burst permits at once after a pause, 1 to 1,000,000,000
 */
public record Rate(long perSecond, long burst) {
  private static final long MAX = 1_000_000_000;
  private static final int DEFAULT_BURST_SECONDS = 5;

  /**
   * @throws IllegalArgumentException where a number is out of its range
   */
  public Rate {
    if (perSecond < 1 || burst < 1 || perSecond > MAX || burst > MAX) {
      throw new IllegalArgumentException("a rate and its burst are 1 to " + MAX);
    }
  }

  /**
   * Parses {@code 200} or {@code 200/1000}, permits a second and burst. Without a burst it is five
   * times the permits a second.
   *
   * @return the rate; empty where the text has another form, a number begins with 0, there are more
   *     than 99,999,999 permits a second or the burst is more than 999,999,999
   */
  public static Optional<Rate> parse(String text) {
    if (!text.matches("[1-9]\\d{0,7}(?:/[1-9]\\d{0,8})?")) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    long rate = Long.parseLong(slash < 0 ? text : text.substring(0, slash));
    return Optional.of(
        new Rate(
            rate,
            slash < 0 ? rate * DEFAULT_BURST_SECONDS : Long.parseLong(text.substring(slash + 1))));
  }
}
