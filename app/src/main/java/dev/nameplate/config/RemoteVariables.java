package dev.nameplate.config;

import dev.nameplate.fetch.RemoteSettings;
import dev.nameplate.net.Cidr;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of pictures from outside. */
final class RemoteVariables {
  static final EnvVar<List<Cidr>> ALLOW =
      new EnvVar<>(
          "NAMEPLATE_REMOTE_ALLOW",
          "--remote-allow",
          "none",
          "ranges of addresses with commas between them: 10.1.0.0/16,fd00::/8; or none",
          "Addresses that pictures may be fetched from though they are not public; there also by"
              + " plain http and on any port.",
          RemoteVariables::ranges);
  static final EnvVar<Duration> TIMEOUT =
      new EnvVar<>(
          "NAMEPLATE_REMOTE_TIMEOUT",
          "--remote-timeout",
          "2s",
          "a time from 10ms to 60s: 500ms, 2s",
          "How long fetching a picture may take, redirects included. A request waits no longer than"
              + " its own deadline less the time for drawing.",
          text -> Settings.duration(text, Duration.ofMillis(10), Duration.ofSeconds(60)));
  static final EnvVar<Long> MAX_BYTES =
      new EnvVar<>(
          "NAMEPLATE_REMOTE_MAX_BYTES",
          "--remote-max-bytes",
          "10000000",
          "1 to 100000000",
          "The largest file fetched.",
          text -> Settings.whole(text, 1, 100_000_000));
  static final EnvVar<Long> MAX_PIXELS =
      new EnvVar<>(
          "NAMEPLATE_REMOTE_MAX_PIXELS",
          "--remote-max-pixels",
          "50000000",
          "1 to 200000000",
          "The largest picture decoded, judged by its header.",
          text -> Settings.whole(text, 1, 200_000_000));
  static final EnvVar<Long> CACHE_BYTES =
      new EnvVar<>(
          "NAMEPLATE_REMOTE_CACHE_BYTES",
          "--remote-cache-bytes",
          "25165824",
          "0 to 1000000000000",
          "What fetched pictures may take in memory together, decoded.",
          text -> Settings.whole(text, 0, 1_000_000_000_000L));
  static final EnvVar<Integer> PER_HOST =
      new EnvVar<>(
          "NAMEPLATE_REMOTE_PER_HOST",
          "--remote-per-host",
          "16",
          "1 to 64",
          "How many pictures are fetched from one host at a time.",
          text -> Settings.whole(text, 1, 64).map(Long::intValue));

  /** All of them, as the settings page lists them. */
  static final List<EnvVar<?>> ALL =
      List.of(ALLOW, TIMEOUT, MAX_BYTES, MAX_PIXELS, CACHE_BYTES, PER_HOST);

  private RemoteVariables() {}

  static RemoteSettings read(Settings.Source source) {
    RemoteSettings preset = RemoteSettings.DEFAULT;
    return new RemoteSettings(
        source.value(ALLOW, preset.allow()),
        source.value(TIMEOUT, preset.timeout()),
        source.value(MAX_BYTES, preset.maxBytes()),
        source.value(MAX_PIXELS, preset.maxPixels()),
        source.value(CACHE_BYTES, preset.cacheBytes()),
        source.value(PER_HOST, preset.perHost()));
  }

  private static Optional<List<Cidr>> ranges(String text) {
    List<Cidr> ranges = new ArrayList<>();
    for (String part :
        text.isBlank() || text.equals("none") ? new String[0] : text.split(",", -1)) {
      Optional<Cidr> range = Cidr.parse(part.strip());
      if (range.isEmpty()) {
        return Optional.empty();
      }
      ranges.add(range.get());
    }
    return Optional.of(ranges);
  }
}
