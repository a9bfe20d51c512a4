package dev.nameplate.fetch;

import dev.nameplate.net.CidrSet;
import java.time.Duration;

/**
 * Limits on fetching remote images.
 *
 * @param allow ranges of addresses that may be called although they are not public
 * @param timeout of a fetch, redirects included; decoding may take 500 ms more. 0 or more
 * @param maxBytes of a file; at least 1
 * @param maxPixels of a picture, read from its header; at least 1
 * @param cacheBytes capacity of the cache of decoded pictures in bytes; 0 keeps none
 * @param perHost how many are fetched from one host at a time; at least 1
 */
public record RemoteSettings(
    CidrSet allow, Duration timeout, long maxBytes, long maxPixels, long cacheBytes, int perHost) {
  /**
   * The defaults: public addresses only, 2 s, 10 MB and 50 million pixels a picture, a cache of 24
   * MiB, 16 fetches at a time from a host.
   */
  public static final RemoteSettings DEFAULT =
      new RemoteSettings(
          CidrSet.NONE, Duration.ofSeconds(2), 10_000_000, 50_000_000, 24L << 20, 16);

  /**
   * @throws IllegalArgumentException where a limit is out of its range; the message names the
   *     setting
   */
  public RemoteSettings {
    if (timeout.isNegative()) {
      throw new IllegalArgumentException(
          "NAMEPLATE_REMOTE_TIMEOUT must be 0 or more, not " + timeout);
    }
    if (maxBytes < 1) {
      throw new IllegalArgumentException(
          "NAMEPLATE_REMOTE_MAX_BYTES must be 1 or more, not " + maxBytes);
    }
    if (maxPixels < 1) {
      throw new IllegalArgumentException(
          "NAMEPLATE_REMOTE_MAX_PIXELS must be 1 or more, not " + maxPixels);
    }
    if (cacheBytes < 0) {
      throw new IllegalArgumentException(
          "NAMEPLATE_REMOTE_CACHE_BYTES must be 0 or more, not " + cacheBytes);
    }
    if (perHost < 1) {
      throw new IllegalArgumentException(
          "NAMEPLATE_REMOTE_PER_HOST must be 1 or more, not " + perHost);
    }
  }
}
