package dev.nameplate.access.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/**
 * Rate limits counted in this process alone: a token bucket for each client, each mail service and
 * for all together. At most {@value #CLIENTS} clients are remembered; a bucket that is full again
 * is dropped. Safe for many threads.
 */
public final class RateLimiter implements RateLimits {
  private static final int CLIENTS = 100_000;

  private final Optional<Rate> client;
  private final TimeMeter time;
  private final Map<String, Bucket> mail = new LinkedHashMap<>();
  private final Optional<Bucket> total;
  private final Cache<ClientKey, Bucket> clients;

  /**
   * @param settings the limits; an empty one does not limit
   * @param nanos a monotonic clock in nanoseconds
   */
  public RateLimiter(RateSettings settings, LongSupplier nanos) {
    this.client = settings.client();
    this.time = meter(nanos);
    this.total = settings.total().map(this::bucket);
    settings
        .mail()
        .ifPresent(
            rate -> settings.proxies().names().forEach(name -> mail.put(name, bucket(rate))));
    this.clients =
        Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .ticker(nanos::getAsLong)
            .expireAfter(Expiry.<ClientKey, Bucket>accessing((key, bucket) -> refill(key)))
            .executor(Runnable::run)
            .build();
  }

  @Override
  public CompletionStage<Boolean> tryAcquire(ClientKey client, int permits) {
    return CompletableFuture.completedStage(acquire(client, permits));
  }

  @Override
  public OptionalLong remaining(ClientKey client) {
    return bucketOf(client)
        .map(bucket -> OptionalLong.of(bucket.getAvailableTokens()))
        .orElse(OptionalLong.empty());
  }

  /**
   * Takes permits as {@link #tryAcquire} does, without a stage around the result.
   *
   * @param permits at least 1
   * @return whether they were taken; if not, nothing is counted
   * @throws IllegalArgumentException for fewer permits than 1
   */
  public boolean acquire(ClientKey client, int permits) {
    if (permits < 1) {
      throw new IllegalArgumentException("at least one permit is taken");
    }
    Optional<Bucket> own = bucketOf(client);
    if (own.isPresent() && !own.get().tryConsume(permits)) {
      return false;
    }
    if (total.isPresent() && !total.get().tryConsume(permits)) {
      own.ifPresent(bucket -> bucket.addTokens(permits));
      return false;
    }
    return true;
  }

  private Optional<Bucket> bucketOf(ClientKey key) {
    return key instanceof ClientKey.MailService service
        ? Optional.ofNullable(mail.get(service.name()))
        : rate(key).map(rate -> clients.get(key, absent -> bucket(rate)));
  }

  private Optional<Rate> rate(ClientKey key) {
    return key instanceof ClientKey.ApiToken token ? token.rate().or(() -> client) : client;
  }

  /** The time after which an unused bucket is full again and need not be remembered. */
  private Duration refill(ClientKey key) {
    return Duration.ofSeconds(
        rate(key).map(rate -> rate.burst() / rate.perSecond() + 1).orElse(1L));
  }

  private Bucket bucket(Rate rate) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(
            limit ->
                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
        .build();
  }

  private static TimeMeter meter(LongSupplier nanos) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return nanos.getAsLong();
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }
}
