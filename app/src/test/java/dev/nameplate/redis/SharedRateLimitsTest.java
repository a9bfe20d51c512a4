package dev.nameplate.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.access.ratelimit.ClientKey;
import dev.nameplate.access.ratelimit.MailProxies;
import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.access.ratelimit.RateLimits;
import dev.nameplate.access.ratelimit.RateLimitsContract;
import dev.nameplate.access.ratelimit.RateSettings;
import dev.nameplate.support.RedisServer;
import dev.nameplate.support.RequiresTools;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits that nodes share, with time in hand. */
@RequiresTools("redis-server")
final class SharedRateLimitsTest extends RateLimitsContract {
  private static final ClientKey SHOP = new ClientKey.ApiToken("shop", Optional.empty());
  private static final long TICK_MILLIS = 50;

  @SuppressWarnings("NullAway.Init") // JUnit calls what sets it.
  private static TestLink redis;

  private final AtomicLong nanos = new AtomicLong(TimeUnit.DAYS.toNanos(20_000));
  private final List<SharedRateLimits> all = new ArrayList<>();

  @BeforeAll
  static void start() {
    redis = new TestLink();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @Override
  protected RateLimits limits(RateSettings settings) {
    assertThat(redis.server.send("FLUSHALL")).startsWith("+OK");
    return node(settings, 1, new SharedBuckets(redis.link, clock()));
  }

  private TimeMeter clock() {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return nanos.get();
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }

  private SharedRateLimits node(RateSettings settings, int nodes, SharedBuckets buckets) {
    SharedRateLimits limits =
        new SharedRateLimits(
            buckets,
            new SharedRateLimits.Scope("test", new KeyNames(Optional.empty()), true),
            settings,
            nanos::get,
            () -> nodes);
    all.add(limits);
    return limits;
  }

  @Override
  protected void pass(Duration time) {
    settled();
    for (long left = time.toMillis(); left > 0; left -= TICK_MILLIS) {
      nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(Math.min(left, TICK_MILLIS)));
      settled();
    }
  }

  private void settled() {
    all.forEach(SharedRateLimits::settle);
    RedisServer.await("all is settled", () -> all.stream().allMatch(SharedRateLimits::isSettled));
  }

  private static RateSettings hundred() {
    return new RateSettings(
        Optional.of(new Rate(100, 200)), Optional.empty(), Optional.empty(), MailProxies.NONE);
  }

  private static int taken(RateLimits limits, int times) {
    int taken = 0;
    for (int i = 0; i < times; i++) {
      taken += limits.tryAcquire(SHOP, 1).toCompletableFuture().join() ? 1 : 0;
    }
    return taken;
  }

  @Test
  void threeNodes_thatAreAskedTenTimesAsMuch_giveTheLimitInAll() {
    limits(hundred());
    List<SharedRateLimits> nodes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      nodes.add(node(hundred(), 3, new SharedBuckets(redis.link, clock())));
    }
    int first = seconds(nodes, 2);
    assertThat(first).as("the burst and two seconds").isBetween(390, 460);
    assertThat(first + seconds(nodes, 5)).as("no more in the long run").isBetween(860, 940);
    assertThat(seconds(nodes, 5)).isBetween(475, 525);
  }

  /** How much three nodes give in some seconds, asked 1,000 times a second. */
  private int seconds(List<SharedRateLimits> nodes, int seconds) {
    int taken = 0;
    for (long tick = 0; tick < seconds * 1000L / TICK_MILLIS; tick++) {
      for (RateLimits node : nodes) {
        taken += taken(node, 17);
      }
      pass(Duration.ofMillis(TICK_MILLIS));
    }
    return taken;
  }

  @Test
  void oneNode_thatIsAskedAlone_givesTheWholeLimit() {
    limits(hundred());
    List<SharedRateLimits> busy =
        List.of(node(hundred(), 3, new SharedBuckets(redis.link, clock())));
    int unused = seconds(busy, 4);
    assertThat(seconds(busy, 4)).isBetween(380, 420);
  }

  /** Kills a server, and waits until its node has noticed. */
  private static void kill(TestLink own) {
    own.server.kill();
    RedisServer.await(
        "the breaker is open",
        () -> {
          own.link.probe();
          return !own.link.isUp();
        });
  }

  @Test
  void withoutRedis_eachNodeGivesItsShare_andNoBurstAnew() {
    try (TestLink own = new TestLink()) {
      SharedRateLimits node = node(hundred(), 3, new SharedBuckets(own.link, clock()));
      int unused = seconds(List.of(node), 3);
      kill(own);
      assertThat(seconds(List.of(node), 3)).as("a third of the limit").isBetween(90, 110);
      own.server.restart();
      TestLink.up(own.link);
      unused = seconds(List.of(node), 4);
      assertThat(seconds(List.of(node), 4)).as("all of it again").isBetween(380, 420);
    }
  }

  @Test
  void withoutRedis_threeNodes_giveAtMostTheLimitInAll() {
    try (TestLink own = new TestLink()) {
      List<SharedRateLimits> nodes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        nodes.add(node(hundred(), 3, new SharedBuckets(own.link, clock())));
      }
      int unused = seconds(nodes, 3);
      kill(own);
      unused = seconds(nodes, 2);
      assertThat(seconds(nodes, 10)).isBetween(950, 1000);
    }
  }

  @Test
  void whereEachHasTheWhole_redisThatIsDown_changesNothing() {
    RedisLink never = redis.another();
    SharedRateLimits node =
        new SharedRateLimits(
            new SharedBuckets(never, clock()),
            new SharedRateLimits.Scope("pictures", new KeyNames(Optional.empty()), false),
            hundred(),
            nanos::get,
            () -> 3);
    assertThat(taken(node, 300)).isEqualTo(200);
    pass(Duration.ofSeconds(1));
    assertThat(taken(node, 300)).isEqualTo(100);
    never.close();
  }

  @Test
  void keys_saveNoAddress() {
    RateLimits limits =
        limits(
            new RateSettings(
                Optional.of(new Rate(1, 2)), Optional.empty(), Optional.empty(), MailProxies.NONE));
    assertThat(limits.tryAcquire(new ClientKey.Ipv4(0x7f000001), 2).toCompletableFuture().join())
        .isTrue();
    pass(Duration.ofMillis(200));
    assertThat(redis.server.send("KEYS", "*")).contains("np:rate:").doesNotContain("7f000001");
  }
}
