package dev.nameplate.config;

import dev.nameplate.redis.RedisSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of what several nodes share. */
final class RedisVariables {
  private static final RedisSettings DEFAULT = RedisSettings.DEFAULT;
  private static final ValueType<Optional<String>> ADDRESS =
      new ValueType<>(
          "redis://, rediss:// or redis-sentinel://, with a host, and with what else Lettuce reads:"
              + " redis://user:password@host:6379/0",
          RedisVariables::address,
          uri -> "");

  static final EnvVar<Optional<String>> REDIS =
      new EnvVar<>(
          "NAMEPLATE_REDIS",
          true,
          ADDRESS,
          DEFAULT.main(),
          "The Redis through which several nodes share pictures, limits, counts, revoked tokens"
              + " and jobs.");
  static final EnvVar<Optional<String>> CACHE =
      new EnvVar<>(
          "NAMEPLATE_REDIS_CACHE",
          true,
          ADDRESS.with(ADDRESS.rule() + "; needs NAMEPLATE_REDIS"),
          DEFAULT.cache(),
          "Another Redis for the shared pictures and backgrounds, with a maxmemory of its own.");
  static final EnvVar<Long> CACHE_BYTES =
      EnvVar.of(
          "NAMEPLATE_REDIS_CACHE_BYTES",
          ValueType.size(1, 1_000_000_000_000L),
          DEFAULT.cacheBytes(),
          "How much shared pictures and backgrounds take in NAMEPLATE_REDIS, in bytes; not used"
              + " with NAMEPLATE_REDIS_CACHE.");

  static final EnvVar<Duration> SLOW =
      EnvVar.of(
          "NAMEPLATE_REDIS_SLOW",
          ValueType.time(Duration.ofMillis(5), Duration.ofSeconds(1), "50ms, 200ms"),
          DEFAULT.slow(),
          "How long a picture waits for Redis at most. Where calls take longer, Redis is left alone"
              + " for two seconds at a time.");

  static final EnvVar<Boolean> BATCHES =
      EnvVar.of(
          "NAMEPLATE_REDIS_BATCHES",
          ValueType.onOff(),
          DEFAULT.batches(),
          "Whether jobs lie in NAMEPLATE_REDIS, sealed, so that all nodes work on them and show"
              + " them; needs NAMEPLATE_KEYS. off keeps each job on the node that took it.");

  static final List<EnvVar<?>> ALL = List.of(REDIS, CACHE, CACHE_BYTES, SLOW, BATCHES);

  private RedisVariables() {}

  static RedisSettings read(Source source) {
    Optional<String> main = source.value(REDIS);
    Optional<String> cache = source.value(CACHE);
    if (main.isEmpty() && cache.isPresent()) {
      source.fault(CACHE, "set, and NAMEPLATE_REDIS is not");
    }
    return new RedisSettings(
        main,
        cache.filter(uri -> !main.equals(cache)),
        source.value(CACHE_BYTES),
        source.value(SLOW),
        source.value(BATCHES));
  }

  private static Optional<Optional<String>> address(String text) {
    try {
      URI uri = new URI(text);
      boolean one = text.matches("rediss?://.+") && Optional.ofNullable(uri.getHost()).isPresent();
      boolean known = one || text.matches("redis-sentinel://[^#]+#.+");
      return known ? Optional.of(Optional.of(text)) : Optional.empty();
    } catch (URISyntaxException wrong) {
      return Optional.empty();
    }
  }
}
