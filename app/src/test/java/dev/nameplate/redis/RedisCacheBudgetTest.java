package dev.nameplate.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.store.ResultStore;
import dev.nameplate.support.RequiresTools;
import dev.nameplate.template.Format;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Pictures in a Redis that holds other things too: they keep to a number of bytes. */
@RequiresTools("redis-server")
final class RedisCacheBudgetTest extends RedisResultStoreTest {
  @Override
  OptionalLong maxBytes() {
    return OptionalLong.of(2 << 20);
  }

  @Test
  void bytes_stayWithinTheBudget_andWhatWasUsedLastStays() throws Exception {
    store();
    RedisCache cache = new RedisCache(redis().link, OptionalLong.of(100_000));
    for (int i = 0; i < 1000; i++) {
      assertThat(cache.put("id" + i, new byte[1000], LONG, false).get()).isTrue();
      if (i % 20 == 0) {
        assertThat(cache.get("id0").get()).as("used at %s", i).isPresent();
      }
    }
    long kept = Long.parseLong(redis().server.send("EVAL", COUNT, "0").strip().substring(1));
    assertThat(kept).isBetween(50L, 100L);
    assertThat(cache.get("id0").get()).isPresent();
    assertThat(cache.get("id1").get()).isEmpty();
  }

  private static final String COUNT = "return #redis.call('KEYS', 'np:c:*')";

  @Test
  void entriesThatEnded_leaveTheirSpace() throws Exception {
    ResultStore store = store();
    for (int i = 0; i < 50; i++) {
      store.put(key(i), picture(Format.PNG, "short"), Duration.ofSeconds(10));
    }
    assertThat(get(store, key(49))).isPresent();
    pass(Duration.ofSeconds(11));
    RedisCache cache = new RedisCache(redis().link, OptionalLong.of(2 << 20));
    for (int i = 0; i < 60; i++) {
      cache.put("id", new byte[10], LONG, false).get();
    }
    assertThat(redis().server.send("ZCARD", "np:cache:uses")).startsWith(":1\r");
    assertThat(redis().server.send("HGET", "np:cache:sizes", "total")).contains("410");
  }
}
