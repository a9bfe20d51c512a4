package dev.nameplate.redis;

import dev.nameplate.access.ratelimit.Rate;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Token buckets in Redis. */
final class SharedBuckets {
  private static final Duration KEEP = Duration.ofSeconds(60);

  private final RedisLink link;
  private final TimeMeter clock;
  private volatile Optional<AsyncProxyManager<String>> manager = Optional.empty();

  /**
   * @param clock the time of day; buckets go by the clock of the node that asks
   */
  SharedBuckets(RedisLink link, TimeMeter clock) {
    this.link = link;
    this.clock = clock;
  }

  /** Whether buckets can be asked now. */
  boolean isUp() {
    return link.isUp();
  }

  /**
   * Takes permits, more than there are too.
   *
   * @param key without an address or a name
   * @param taken 0 or more
   * @return how many are left, less than 0 for a debt; fails where Redis is slow or down
   */
  CompletableFuture<Long> settle(String key, Rate rate, long taken) {
    return link.post(
        redis -> {
          AsyncBucketProxy bucket =
              manager()
                  .builder()
                  .build(key, () -> CompletableFuture.completedFuture(configuration(rate)));
          return taken == 0
              ? bucket.getAvailableTokens()
              : bucket
                  .asVerbose()
                  .consumeIgnoringRateLimits(taken)
                  .thenApply(result -> result.getState().getAvailableTokens());
        });
  }

  private AsyncProxyManager<String> manager() {
    Optional<AsyncProxyManager<String>> made = manager;
    if (made.isPresent()) {
      return made.get();
    }
    StatefulRedisConnection<String, byte[]> connection = link.connection().orElseThrow();
    AsyncProxyManager<String> fresh =
        Bucket4jLettuce.casBasedBuilder(connection)
            .clientClock(clock)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEEP))
            .build()
            .asAsync();
    manager = Optional.of(fresh);
    return fresh;
  }

  private static BucketConfiguration configuration(Rate rate) {
    return BucketConfiguration.builder()
        .addLimit(
            limit ->
                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
        .build();
  }
}
