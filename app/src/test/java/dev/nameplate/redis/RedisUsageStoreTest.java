package dev.nameplate.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.RedisServer;
import dev.nameplate.support.RequiresTools;
import dev.nameplate.usage.MemoryUsageStore;
import dev.nameplate.usage.UsageKey;
import dev.nameplate.usage.UsageStore;
import dev.nameplate.usage.UsageStoreContract;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Counts of several nodes. */
@RequiresTools("redis-server")
final class RedisUsageStoreTest extends UsageStoreContract {
  private static final LocalDate FROM = DAY.minusDays(40);

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

  @Override
  protected UsageStore store() {
    assertThat(redis.server.send("FLUSHALL")).startsWith("+OK");
    return node(redis.link);
  }

  private static RedisUsageStore node(RedisLink link) {
    InstantSource clock = InstantSource.fixed(DAY.atStartOfDay().toInstant(ZoneOffset.UTC));
    return new RedisUsageStore(link, new MemoryUsageStore(), UUID.randomUUID().toString(), clock);
  }

  private static void count(UsageStore store, LocalDate day, long urls) throws IOException {
    store.add(Map.of(key(day, "welcome", "shop"), counts(urls, 0, 0)));
  }

  private static long urls(UsageStore store) throws IOException {
    return store.read(FROM, DAY).values().stream().mapToLong(count -> count.urls()).sum();
  }

  @Test
  void everyNode_tellsTheSumsOfAll() throws IOException {
    UsageStore one = store();
    RedisUsageStore other = node(redis.link);
    count(one, DAY, 3);
    count(one, DAY, 4);
    count(one, DAY.minusDays(30), 5);
    count(other, DAY, 10);
    assertThat(urls(one)).isEqualTo(12);
    assertThat(urls(other)).isEqualTo(22);
    assertThat(urls(one)).isEqualTo(22);
    assertThat(one.read(DAY, DAY)).containsOnlyKeys(new UsageKey(DAY, "welcome", "shop"));
  }

  @Test
  void redisThatWasEmptied_hasEverythingAgain() throws IOException {
    UsageStore one = store();
    RedisUsageStore other = node(redis.link);
    count(one, DAY, 3);
    count(other, DAY, 10);
    assertThat(urls(one) + urls(other)).isEqualTo(3 + 13);
    redis.server.send("FLUSHALL");
    ((RedisUsageStore) one).republish();
    other.republish();
    other.publish();
    assertThat(urls(one)).isEqualTo(13);
    assertThat(urls(other)).isEqualTo(13);
  }

  @Test
  void redisThatIsDown_losesNothing_andTellsWhatWasReadLast() throws IOException {
    try (TestLink own = new TestLink()) {
      RedisUsageStore one = node(own.link);
      RedisLink second = own.another();
      TestLink.up(second);
      RedisUsageStore other = node(second);
      count(other, DAY, 10);
      assertThat(urls(other)).isEqualTo(10);
      assertThat(urls(one)).isEqualTo(10);
      own.server.kill();
      count(one, DAY, 1);
      count(other, DAY, 5);
      assertThat(urls(one)).isEqualTo(11);
      own.server.restart();
      RedisServer.await("both are up again", () -> up(own.link) && up(second));
      one.republish();
      other.republish();
      other.publish();
      assertThat(urls(one)).isEqualTo(16);
      second.close();
    }
  }

  private static boolean up(RedisLink link) {
    link.probe();
    return link.isUp()
        && link.post(RedisAsyncCommands::ping).handle((pong, no) -> no == null).join();
  }
}
