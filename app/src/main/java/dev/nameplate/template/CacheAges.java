package dev.nameplate.template;

import java.time.Duration;

/**
 * How long a picture may be cached (RFC 9111), each in whole seconds, 0 to 31,536,000.
 *
 * @param maxAge by the recipient's own program ({@code max-age})
 * @param shared by shared caches ({@code s-maxage})
 * @param staleWhileRevalidate how long it may be served stale while a new one is fetched (RFC 5861)
 * @param staleIfError how long it may be served stale when the server fails (RFC 5861)
 */
public record CacheAges(
    Duration maxAge, Duration shared, Duration staleWhileRevalidate, Duration staleIfError) {
  /** A day each, and seven days for {@code stale-if-error}. */
  public static final CacheAges DEFAULT =
      new CacheAges(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(7));

  /**
   * These ages shortened so that no cache serves the picture after a time: no sum of an age and a
   * stale time exceeds it.
   *
   * @param left until then, fractions of a second dropped; negative counts as 0
   * @return ages in whole seconds, none longer than those of this record
   */
  public CacheAges within(Duration left) {
    Duration limit = left.isNegative() ? Duration.ZERO : Duration.ofSeconds(left.toSeconds());
    Duration fresh = min(shared, limit);
    Duration stale = limit.minus(fresh);
    return new CacheAges(
        min(maxAge, limit),
        fresh,
        min(staleWhileRevalidate, min(stale, limit.minus(min(maxAge, limit)))),
        min(staleIfError, min(stale, limit.minus(min(maxAge, limit)))));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
