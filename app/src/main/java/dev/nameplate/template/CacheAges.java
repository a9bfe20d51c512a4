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
}
