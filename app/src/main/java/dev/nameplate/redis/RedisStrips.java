package dev.nameplate.redis;

import dev.nameplate.pipeline.background.SharedStrips;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Encoded strips of backgrounds in Redis. */
final class RedisStrips implements SharedStrips {
  private static final Duration KEEP = Duration.ofDays(7);

  private final RedisCache cache;

  RedisStrips(RedisCache cache) {
    this.cache = cache;
  }

  @Override
  public Optional<byte[]> find(String name) {
    try {
      return RedisLink.await(cache.get(name));
    } catch (IOException down) {
      return Optional.empty();
    }
  }

  @Override
  public void keep(String name, byte[] strips) {
    var unused = cache.put(name, strips, KEEP, true);
  }
}
