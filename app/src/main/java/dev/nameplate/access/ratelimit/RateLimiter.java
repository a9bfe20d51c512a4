package dev.nameplate.access.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.access.client.MailProxies;
import dev.nameplate.net.Network;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Says whether one more picture may be drawn for an address.
 *
 * <p>A client is an IPv4 address or an IPv6 network of 64 bits, which is what one household or
 * machine has. A mail service's proxies share one limit of their own. What is refused by the limit
 * for all is not counted against the client.
 */
public final class RateLimiter {
  private static final int CLIENTS = 100_000;
  private static final int HOUSEHOLD = 64;
  private static final int ALL_BITS = 128;

  private final MailProxies proxies;
  private final Optional<Rate> client;
  private final TimeMeter time;
  private final Map<String, Bucket> mail = new LinkedHashMap<>();
  private final Optional<Bucket> total;
  private final Cache<Network, Bucket> clients;

  /**
   * @param nanos a clock that never goes back
   */
  public RateLimiter(RateSettings settings, LongSupplier nanos) {
    this.proxies = settings.proxies();
    this.client = settings.client();
    this.time = meter(nanos);
    this.total = settings.total().map(this::bucket);
    settings
        .mail()
        .ifPresent(rate -> proxies.owners().forEach(owner -> mail.put(owner, bucket(rate))));
    this.clients =
        Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .ticker(nanos::getAsLong)
            .expireAfterAccess(Duration.ofSeconds(client.map(RateLimiter::refill).orElse(1L)))
            .executor(Runnable::run)
            .build();
  }

  /** Whether a picture may be drawn now; if so it is counted. */
  public boolean admit(InetAddress address) {
    Optional<Bucket> own = bucketOf(address);
    if (own.isPresent() && !own.get().tryConsume(1)) {
      return false;
    }
    if (total.isPresent() && !total.get().tryConsume(1)) {
      own.ifPresent(bucket -> bucket.addTokens(1));
      return false;
    }
    return true;
  }

  private Optional<Bucket> bucketOf(InetAddress address) {
    Optional<String> owner = proxies.owner(address);
    if (owner.isPresent()) {
      return Optional.ofNullable(mail.get(owner.get()));
    }
    return client.map(rate -> clients.get(household(address), absent -> bucket(rate)));
  }

  private static Network household(InetAddress address) {
    Network exact = Network.of(address, ALL_BITS);
    return exact.isMapped() ? exact : exact.cut(HOUSEHOLD);
  }

  /** After so many seconds an untouched bucket is full, and need not be kept. */
  private static long refill(Rate rate) {
    return rate.burst() / rate.perSecond() + 1;
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
