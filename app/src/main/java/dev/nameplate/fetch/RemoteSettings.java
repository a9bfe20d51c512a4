package dev.nameplate.fetch;

import dev.nameplate.net.CidrSet;
import java.time.Duration;

/**
 * Limits on fetching pictures.
 *
 * @param allow ranges of addresses that may be called though they are not public
 * @param timeout for all of a fetch, redirects included; decoding may take a little longer
 * @param maxBytes of a file
 * @param maxPixels of a picture, judged by its header
 * @param cacheBytes what fetched pictures may take together, decoded
 * @param perHost how many may be fetched from one host at a time
 */
public record RemoteSettings(
    CidrSet allow, Duration timeout, long maxBytes, long maxPixels, long cacheBytes, int perHost) {
  public static final RemoteSettings DEFAULT =
      new RemoteSettings(
          CidrSet.NONE, Duration.ofSeconds(2), 10_000_000, 50_000_000, 24L << 20, 16);

  public RemoteSettings {
    if (timeout.isNegative()) {
      throw new IllegalArgumentException("NAMEPLATE_REMOTE_TIMEOUT is 0 or more: " + timeout);
    }
    if (maxBytes < 1) {
      throw new IllegalArgumentException("NAMEPLATE_REMOTE_MAX_BYTES is 1 or more: " + maxBytes);
    }
    if (maxPixels < 1) {
      throw new IllegalArgumentException("NAMEPLATE_REMOTE_MAX_PIXELS is 1 or more: " + maxPixels);
    }
    if (cacheBytes < 0) {
      throw new IllegalArgumentException(
          "NAMEPLATE_REMOTE_CACHE_BYTES is 0 or more: " + cacheBytes);
    }
    if (perHost < 1) {
      throw new IllegalArgumentException("NAMEPLATE_REMOTE_PER_HOST is 1 or more: " + perHost);
    }
  }
}
