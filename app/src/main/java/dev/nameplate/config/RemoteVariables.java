package dev.nameplate.config;

import dev.nameplate.fetch.RemoteSettings;
import dev.nameplate.net.CidrSet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of remote images. */
final class RemoteVariables {
  private static final RemoteSettings DEFAULT = RemoteSettings.DEFAULT;

  static final EnvVar<CidrSet> ALLOW =
      EnvVar.of(
          "NAMEPLATE_REMOTE_ALLOW",
          ValueType.blocks(
              "ranges of addresses with commas between them: 10.1.0.0/16,fd00::/8; or none",
              RemoteVariables::ranges),
          DEFAULT.allow(),
          "Addresses that remote images may be fetched from although they are not public; from"
              + " these also by plain http and on any port.");
  static final EnvVar<Duration> TIMEOUT =
      EnvVar.of(
          "NAMEPLATE_REMOTE_TIMEOUT",
          ValueType.time(Duration.ofMillis(10), Duration.ofSeconds(60), "500ms, 2s"),
          DEFAULT.timeout(),
          "How long fetching a remote image may take, redirects included. A request waits no longer"
              + " than its own deadline less the time for drawing.");
  static final EnvVar<Long> MAX_BYTES =
      EnvVar.of(
          "NAMEPLATE_REMOTE_MAX_BYTES",
          ValueType.size(1, 100_000_000),
          DEFAULT.maxBytes(),
          "The largest file that is fetched, in bytes.");
  static final EnvVar<Long> MAX_PIXELS =
      EnvVar.of(
          "NAMEPLATE_REMOTE_MAX_PIXELS",
          ValueType.size(1, 200_000_000),
          DEFAULT.maxPixels(),
          "The largest remote image that is decoded, in pixels, read from its header.");
  static final EnvVar<Long> CACHE_BYTES =
      EnvVar.of(
          "NAMEPLATE_REMOTE_CACHE_BYTES",
          ValueType.size(0, 1_000_000_000_000L),
          DEFAULT.cacheBytes(),
          "Memory for the cache of remote images, decoded, in bytes.");
  static final EnvVar<Integer> PER_HOST =
      EnvVar.of(
          "NAMEPLATE_REMOTE_PER_HOST",
          ValueType.whole(1, 64),
          DEFAULT.perHost(),
          "How many remote images are fetched from one host at a time.");

  /** All of them, in the order of the settings page. */
  static final List<EnvVar<?>> ALL =
      List.of(ALLOW, TIMEOUT, MAX_BYTES, MAX_PIXELS, CACHE_BYTES, PER_HOST);

  private RemoteVariables() {}

  static RemoteSettings read(Source source) {
    return new RemoteSettings(
        source.value(ALLOW),
        source.value(TIMEOUT),
        source.value(MAX_BYTES),
        source.value(MAX_PIXELS),
        source.value(CACHE_BYTES),
        source.value(PER_HOST));
  }

  private static Optional<List<String>> ranges(String text) {
    return Optional.of(
        text.isBlank() || text.equals("none") ? List.of() : List.of(text.split(",", -1)));
  }
}
