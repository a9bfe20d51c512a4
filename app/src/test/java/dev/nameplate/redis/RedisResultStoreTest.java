package dev.nameplate.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.store.ResultStore;
import dev.nameplate.store.ResultStoreContract;
import dev.nameplate.support.RequiresTools;
import dev.nameplate.template.Format;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pictures in a Redis that holds nothing else, and so has a bound of its own. */
@RequiresTools("redis-server")
class RedisResultStoreTest extends ResultStoreContract {
  @SuppressWarnings("NullAway.Init") // JUnit calls what sets it.
  private static TestLink redis;

  @BeforeAll
  static void start() {
    redis = new TestLink();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  static TestLink redis() {
    return redis;
  }

  /** Empty where Redis itself sees to its bytes. */
  OptionalLong maxBytes() {
    return OptionalLong.empty();
  }

  @Override
  protected ResultStore store() {
    assertThat(redis.server.send("FLUSHALL")).startsWith("+OK");
    return new RedisResultStore(new RedisCache(redis.link, maxBytes()));
  }

  /** Time in Redis cannot be set, so ends are moved instead. */
  @Override
  protected void pass(Duration time) {
    String move =
        """
        for _, key in ipairs(redis.call('KEYS', 'np:c:*')) do
          local left = redis.call('PTTL', key) - ARGV[1]
          if left > 0 then redis.call('PEXPIRE', key, left) else redis.call('DEL', key) end
        end
        return 1
        """;
    // What the link has sent comes first.
    assertThat(redis.link.post(RedisAsyncCommands::ping).join()).isEqualTo("PONG");
    assertThat(redis.server.send("EVAL", move, "0", Long.toString(time.toMillis())))
        .startsWith(":1");
  }

  @Test
  void value_thatNoBuildHasWritten_isAbsent() {
    ResultStore store = store();
    for (String value : new String[] {"", "x", "\u007f\u0000x", "\u0000\u007fx"}) {
      redis.server.send("SET", "np:c:" + key(1).hex(), value);
      assertThat(get(store, key(1))).isEmpty();
    }
  }

  @Test
  void otherNode_findsThePicture() {
    ResultStore store = store();
    store.put(key(1), picture(Format.PNG, "shared"), LONG);
    assertThat(get(store, key(1))).isPresent();
    RedisLink other = redis.another();
    TestLink.up(other);
    ResultStore others = new RedisResultStore(new RedisCache(other, maxBytes()));
    assertThat(get(others, key(1)).map(ResultStoreContract::text)).contains("shared");
    other.close();
  }
}
