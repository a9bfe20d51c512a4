package dev.nameplate.http;

import dev.nameplate.access.client.TrustedProxies;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.http.image.ImageHttpSettings;
import dev.nameplate.http.monitor.MonitoringSettings;

/**
 * How the server listens and answers.
 *
 * @param host the address to listen on
 * @param port 0 to 65535; 0 takes a free one
 * @param maxTarget the longest request target, in characters; at least 256
 * @param faultStatusOk whether authors' mistakes are answered with 200 instead of their own status
 * @param responseCacheBytes capacity of the cache of whole responses, outside the heap, in bytes; 0
 *     caches none
 * @param connections limits on connections
 * @param trustedProxies the reverse proxies whose header names the client
 * @param rates how many pictures may be drawn for a client
 * @param monitoring metrics and access log
 * @param studio whether the pages for authors are served
 */
public record HttpSettings(
    String host,
    int port,
    int maxTarget,
    boolean faultStatusOk,
    long responseCacheBytes,
    ConnectionLimits connections,
    TrustedProxies trustedProxies,
    RateSettings rates,
    MonitoringSettings monitoring,
    boolean studio) {
  /** The defaults: every address, port 8080, targets of 16 KiB, a response cache of 32 MiB. */
  public static final HttpSettings DEFAULT =
      new HttpSettings(
          "0.0.0.0",
          8080,
          16 * 1024,
          false,
          32L << 20,
          ConnectionLimits.DEFAULT,
          TrustedProxies.NONE,
          RateSettings.DEFAULT,
          MonitoringSettings.DEFAULT,
          true);

  /**
   * @throws IllegalArgumentException where a limit is out of its range; the message names the
   *     setting
   */
  public HttpSettings {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("NAMEPLATE_PORT must be 0 to 65535, not  " + port);
    }
    if (maxTarget < 256) {
      throw new IllegalArgumentException(
          "NAMEPLATE_MAX_TARGET must be 256 or more, not  " + maxTarget);
    }
    if (responseCacheBytes < 0) {
      throw new IllegalArgumentException(
          "NAMEPLATE_RESPONSE_CACHE_BYTES must be 0 or more, not  " + responseCacheBytes);
    }
  }

  /** Returns the settings that concern requests for pictures. */
  public ImageHttpSettings images() {
    return new ImageHttpSettings(maxTarget, faultStatusOk);
  }
}
