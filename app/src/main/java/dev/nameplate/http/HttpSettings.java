package dev.nameplate.http;

import dev.nameplate.access.client.TrustedProxies;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.http.image.ImageHttpSettings;
import dev.nameplate.http.monitor.MonitoringSettings;

/**
 * How the server listens and answers.
 *
 * @param host the address to listen on
 * @param port 0 takes a free one
 * @param maxTarget the longest request target, in characters
 * @param faultStatusOk whether authors' mistakes are answered with 200 instead of their own status
 * @param hotBytes what answers kept ready for repeats may take, beside the cache of pictures; 0
 *     keeps none
 * @param connections what connections may take
 * @param forwarding which proxies are believed
 * @param rates how many pictures may be drawn for whom
 * @param overseeing how operators watch it
 * @param studio whether the pages for authors are there
 */
public record HttpSettings(
    String host,
    int port,
    int maxTarget,
    boolean faultStatusOk,
    long hotBytes,
    ConnectionLimits connections,
    TrustedProxies forwarding,
    RateSettings rates,
    MonitoringSettings overseeing,
    boolean studio) {
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

  public HttpSettings {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("NAMEPLATE_PORT is 0 to 65535: " + port);
    }
    if (maxTarget < 256) {
      throw new IllegalArgumentException("NAMEPLATE_MAX_TARGET is 256 or more: " + maxTarget);
    }
    if (hotBytes < 0) {
      throw new IllegalArgumentException("NAMEPLATE_HOT_BYTES is 0 or more: " + hotBytes);
    }
  }

  /** Those of requests for pictures. */
  public ImageHttpSettings images() {
    return new ImageHttpSettings(maxTarget, faultStatusOk);
  }

  /** Settings with nobody limited, watched in the usual way. */
  public HttpSettings(String host, int port, int maxTarget, boolean faultStatusOk, long hotBytes) {
    this(
        host,
        port,
        maxTarget,
        faultStatusOk,
        hotBytes,
        ConnectionLimits.DEFAULT,
        TrustedProxies.NONE,
        RateSettings.OFF,
        MonitoringSettings.DEFAULT,
        true);
  }
}
