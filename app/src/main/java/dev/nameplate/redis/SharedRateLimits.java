package dev.nameplate.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.access.ratelimit.ClientKey;
import dev.nameplate.access.ratelimit.Rate;
import dev.nameplate.access.ratelimit.RateLimits;
import dev.nameplate.access.ratelimit.RateSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Rate limits that all nodes share. Each permit is taken in this process, from a {@link SubBucket},
 * and settled with the bucket in Redis every 100 ms at most, so that no call waits for the network.
 * At most {@value #CLIENTS} clients are remembered. Safe for many threads.
 */
final class SharedRateLimits implements RateLimits {
  private static final int CLIENTS = 100_000;

  /** How many buckets are settled at a time; what more there are, wait. */
  private static final int AT_ONCE = 256;

  private static final Duration IDLE = Duration.ofSeconds(60);

  private final SharedBuckets shared;
  private final Scope scope;
  private final RateSettings settings;
  private final LongSupplier nanos;
  private final IntSupplier nodes;
  private final Map<String, Entry> mail = new ConcurrentHashMap<>();
  private final Optional<Entry> total;
  private final Cache<ClientKey, Entry> clients;
  private final Queue<Entry> used = new ConcurrentLinkedQueue<>();
  private final AtomicInteger settling = new AtomicInteger();

  /**
   * What is limited.
   *
   * @param name {@code api}
   * @param names makes keys of what clients are called
   * @param divided whether nodes that cannot settle divide each limit among them; if not, each has
   *     the whole
   */
  record Scope(String name, KeyNames names, boolean divided) {}

  /** A bucket with its name in Redis. */
  private record Entry(String key, Rate rate, SubBucket bucket) {}

  /**
   * @param settings the limits; an empty one does not limit
   * @param nanos a monotonic clock in nanoseconds
   * @param nodes how many nodes were seen last
   */
  SharedRateLimits(
      SharedBuckets shared,
      Scope scope,
      RateSettings settings,
      LongSupplier nanos,
      IntSupplier nodes) {
    this.shared = shared;
    this.scope = scope;
    this.settings = settings;
    this.nanos = nanos;
    this.nodes = nodes;
    this.total = settings.total().map(rate -> entry("total", rate));
    this.clients =
        Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .expireAfterAccess(IDLE)
            .ticker(nanos::getAsLong)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public CompletionStage<Boolean> tryAcquire(ClientKey client, int permits) {
    if (permits < 1) {
      throw new IllegalArgumentException("at least one permit is taken");
    }
    return CompletableFuture.completedStage(acquire(client, permits));
  }

  private boolean acquire(ClientKey client, int permits) {
    Optional<Entry> own = entryOf(client);
    if (own.isPresent() && !take(own.get(), permits)) {
      return false;
    }
    if (total.isPresent() && !take(total.get(), permits)) {
      own.ifPresent(entry -> entry.bucket().giveBack(permits));
      return false;
    }
    return true;
  }

  private boolean take(Entry entry, int permits) {
    boolean taken = permits <= entry.rate().burst() && entry.bucket().take(permits, situation());
    if (entry.bucket().enlist(nanos.getAsLong())) {
      used.add(entry);
    }
    return taken;
  }

  @Override
  public OptionalLong remaining(ClientKey client) {
    return entryOf(client)
        .map(entry -> OptionalLong.of(entry.bucket().remaining(situation())))
        .orElse(OptionalLong.empty());
  }

  /** Settles buckets that were used. Called again and again by one thread; returns at once. */
  void settle() {
    long now = nanos.getAsLong();
    for (int left = used.size(); left > 0 && settling.get() < AT_ONCE; left--) {
      Entry entry = used.poll();
      if (entry != null) {
        settle(entry, now);
      }
    }
  }

  /** Whether no bucket waits for an answer. */
  boolean isSettled() {
    return settling.get() == 0;
  }

  private void settle(Entry entry, long now) {
    if (!shared.isUp()) {
      entry.bucket().delist();
      return;
    }
    settling.incrementAndGet();
    var unused =
        shared
            .settle(entry.key(), entry.rate(), entry.bucket().settle(now))
            .whenComplete(
                (left, failure) -> {
                  if (failure == null) {
                    entry.bucket().settled(left, situation());
                  } else {
                    entry.bucket().failed();
                  }
                  settling.decrementAndGet();
                });
  }

  private SubBucket.Situation situation() {
    return new SubBucket.Situation(nanos.getAsLong(), nodes.getAsInt(), shared.isUp());
  }

  private Optional<Entry> entryOf(ClientKey key) {
    if (key instanceof ClientKey.MailService service) {
      return settings
          .mail()
          .filter(rate -> settings.proxies().names().contains(service.name()))
          .map(rate -> mail.computeIfAbsent(service.name(), name -> entry(key.text(), rate)));
    }
    return rate(key).map(rate -> clients.get(key, absent -> entry(key.text(), rate)));
  }

  private Optional<Rate> rate(ClientKey key) {
    return key instanceof ClientKey.ApiToken token
        ? token.rate().or(settings::client)
        : settings.client();
  }

  private Entry entry(String name, Rate rate) {
    String text = scope.name() + ' ' + rate.perSecond() + '/' + rate.burst() + ' ' + name;
    return new Entry(
        "np:rate:" + scope.names().of(text),
        rate,
        new SubBucket(rate, scope.divided(), situation()));
  }
}
