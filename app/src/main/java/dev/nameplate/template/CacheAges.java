package dev.nameplate.template;

import java.time.Duration;

/**
 * How long a picture may be kept, each in whole seconds of 0 or more.
 *
 * @param maxAge by the recipient's own program
 * @param shared by caches on the way (RFC 9111, {@code s-maxage})
 * @param staleWhileRevalidate served stale while a new one is fetched (RFC 5861)
 * @param staleIfError served stale where the server fails (RFC 5861)
 */
public record CacheAges(
    Duration maxAge, Duration shared, Duration staleWhileRevalidate, Duration staleIfError) {
  public static final CacheAges DEFAULT =
      new CacheAges(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(7));

  /**
   * The same, but none of them beyond a time, not even one added to another.
   *
   * @param left in whole seconds, begun ones not counted
   */
  public CacheAges within(Duration left) {
    Duration most = left.isNegative() ? Duration.ZERO : Duration.ofSeconds(left.toSeconds());
    Duration fresh = least(shared, most);
    Duration stale = most.minus(fresh);
    return new CacheAges(
        least(maxAge, most),
        fresh,
        least(staleWhileRevalidate, least(stale, most.minus(least(maxAge, most)))),
        least(staleIfError, least(stale, most.minus(least(maxAge, most)))));
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
