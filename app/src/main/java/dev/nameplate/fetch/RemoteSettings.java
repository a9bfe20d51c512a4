package dev.nameplate.fetch;

import dev.nameplate.net.Cidr;
import java.time.Duration;
import java.util.List;

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
    List<Cidr> allow,
    Duration timeout,
    long maxBytes,
    long maxPixels,
    long cacheBytes,
    int perHost) {
  public static final RemoteSettings DEFAULT =
      new RemoteSettings(List.of(), Duration.ofSeconds(2), 10_000_000, 50_000_000, 24L << 20, 16);

  public RemoteSettings {
    allow = List.copyOf(allow);
    if (timeout.isNegative() || maxBytes < 1 || maxPixels < 1 || cacheBytes < 0 || perHost < 1) {
      throw new IllegalArgumentException("limits on fetching are positive");
    }
  }
}
