package dev.nameplate.redis;

import java.time.Duration;
import java.util.Optional;

/**
 * Which Redis the nodes share.
 *
 * @param main the URI of the Redis for everything, which may hold a password; empty for none
 * @param cache the URI of another one for pictures and backgrounds; empty for the same one
 * @param cacheBytes how much pictures and backgrounds may take in a Redis that they share with
 *     everything else, in bytes, at least 1; one of their own has its own {@code maxmemory}
 * @param slow a call that takes longer counts as failed; at least 1 ms
 * @param batches whether jobs lie in the main one, so that all nodes work on them
 */
public record RedisSettings(
    Optional<String> main,
    Optional<String> cache,
    long cacheBytes,
    Duration slow,
    boolean batches) {
  /** No Redis; 256 MiB and 50 ms where there is one. */
  public static final RedisSettings DEFAULT =
      new RedisSettings(
          Optional.empty(), Optional.empty(), 256L << 20, Duration.ofMillis(50), true);

  /** Has no URI, since it may hold a password. */
  @Override
  public String toString() {
    return "RedisSettings[" + (main.isPresent() ? "set" : "none") + ", " + cacheBytes + "]";
  }
}
