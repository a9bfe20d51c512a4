package dev.nameplate.support;

import dev.nameplate.access.client.TrustedProxies;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.http.ConnectionLimits;
import dev.nameplate.http.HttpSettings;
import dev.nameplate.http.monitor.MonitoringSettings;

/** Settings of servers in tests. */
public final class TestSettings {
  private TestSettings() {}

  /** A free port of 127.0.0.1, without rate limits, all else as by default. */
  public static HttpSettings http(boolean faultStatusOk, long responseCacheBytes) {
    return new HttpSettings(
        "127.0.0.1",
        0,
        16_384,
        faultStatusOk,
        responseCacheBytes,
        ConnectionLimits.DEFAULT,
        TrustedProxies.NONE,
        RateSettings.OFF,
        MonitoringSettings.DEFAULT,
        true);
  }
}
