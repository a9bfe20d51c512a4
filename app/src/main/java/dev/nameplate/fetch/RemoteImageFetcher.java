package dev.nameplate.fetch;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.asset.FetchFailure;
import dev.nameplate.asset.FetchResult;
import dev.nameplate.asset.RemoteImage;
import dev.nameplate.asset.RemoteImageAddress;
import dev.nameplate.asset.RemoteImages;
import dev.nameplate.fleet.NodeStatus.BreakerState;
import dev.nameplate.template.field.HostList;
import dev.nameplate.util.Lazy;
import dev.nameplate.util.SingleFlight;
import dev.nameplate.util.TraceParent;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Fetches remote images over HTTP and caches them decoded, as long as their origins allow (RFC
 * 9111). Concurrent requests for one URL share one fetch.
 *
 * <p>In this order it returns: a fresh cached picture, a failure of the last five seconds, the
 * result of a running fetch, a failure where the host's circuit breaker is open, the result of a
 * new fetch. Safe for many threads; never blocks.
 */
public final class RemoteImageFetcher implements RemoteImages, AutoCloseable {
  /** How long a failure is cached. */
  static final Duration FAILED = Duration.ofSeconds(5);

  private static final Duration IDLE = Duration.ofDays(1);
  private static final int MAX_FAILURES = 10_000;
  private static final int OVERHEAD = 1024;

  /** The outcome of a successful fetch in {@link #outcomes}. */
  public static final String OK = "ok";

  private final RemoteSettings settings;
  private final InstantSource clock;
  private final Lazy<ImageFetch.Tools> tools;
  private final HostCircuitBreakers breakers = new HostCircuitBreakers();
  private final Cache<RemoteImageAddress, Entry> cache;
  private final Cache<RemoteImageAddress, FetchFailure> failures =
      Caffeine.newBuilder().maximumSize(MAX_FAILURES).expireAfterWrite(FAILED).build();
  private final SingleFlight<Flight, FetchResult> flights = new SingleFlight<>();

  /**
   * Grows when pictures are forgotten, so that fetches begun before are neither joined nor kept.
   */
  private final AtomicLong epoch = new AtomicLong();

  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

  /**
   * Makes a fetcher that resolves names with the platform's resolver. The network is not touched
   * before the first fetch.
   *
   * @param clock decides what is fresh
   */
  public RemoteImageFetcher(RemoteSettings settings, InstantSource clock) {
    this(settings, clock, Dns.SYSTEM);
  }

  RemoteImageFetcher(RemoteSettings settings, InstantSource clock, Dns resolver) {
    this.settings = settings;
    this.clock = clock;
    this.tools =
        new Lazy<>(
            () ->
                new ImageFetch.Tools(
                    new GuardedHttpClient(settings, resolver),
                    new ImageDownloader(settings),
                    clock));
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(settings.cacheBytes())
            .weigher(
                (RemoteImageAddress address, Entry entry) ->
                    (int) Math.min(Integer.MAX_VALUE, entry.image().bytes() + OVERHEAD))
            .expireAfterAccess(IDLE)
            .build();
  }

  /** A cached picture with what its origin allows. */
  private record Entry(RemoteImage image, Validators validators, boolean staleAllowed) {}

  @Override
  public CompletableFuture<FetchResult> find(RemoteImageAddress address) {
    return find(address, Optional.empty());
  }

  @Override
  public CompletableFuture<FetchResult> find(
      RemoteImageAddress address, Optional<TraceParent> trace) {
    Optional<Entry> cached = Optional.ofNullable(cache.getIfPresent(address));
    Instant now = clock.instant();
    if (cached.isPresent() && now.isBefore(cached.get().image().freshUntil())) {
      return completedFuture(new FetchResult.Fetched(cached.get().image()));
    }
    Optional<FetchFailure> recentFailure = Optional.ofNullable(failures.getIfPresent(address));
    return recentFailure.isPresent()
        ? completedFuture(failed(cached, recentFailure.get()))
        : flight(address, cached, trace);
  }

  private CompletableFuture<FetchResult> flight(
      RemoteImageAddress address, Optional<Entry> cached, Optional<TraceParent> trace) {
    Flight flight = new Flight(address, epoch.get());
    return flights.run(flight, () -> startedSafely(flight, cached, trace).thenApply(this::counted));
  }

  private CompletableFuture<FetchResult> startedSafely(
      Flight flight, Optional<Entry> cached, Optional<TraceParent> trace) {
    try {
      return started(flight, cached, trace);
    } catch (RuntimeException bug) {
      return completedFuture(failed(cached, FetchFailure.UNREACHABLE));
    }
  }

  private CompletableFuture<FetchResult> started(
      Flight flight, Optional<Entry> cached, Optional<TraceParent> trace) {
    RemoteImageAddress address = flight.address();
    String host = Optional.ofNullable(HttpUrl.parse(address.url())).map(HttpUrl::host).orElse("");
    CircuitBreaker breaker = breakers.of(host, HostList.entry(address.hosts(), host).orElse(""));
    if (tools.get().client().isFull()) {
      return completedFuture(failed(cached, FetchFailure.BUSY));
    }
    return breaker.tryAcquirePermission()
        ? call(new Search(flight, cached, breaker), trace)
        : completedFuture(failed(cached, FetchFailure.HOST_DOWN));
  }

  private CompletableFuture<FetchResult> call(Search search, Optional<TraceParent> trace) {
    Deadline deadline = Deadline.in(settings.timeout());
    Validators validators = search.cached().map(Entry::validators).orElse(Validators.NONE);
    ImageFetch imageFetch =
        new ImageFetch(tools.get(), search.flight().address(), validators, deadline, trace);
    long start = System.nanoTime();
    long timeout = settings.timeout().plus(Deadline.DECODING).toNanos();
    CompletableFuture<FetchResult> result =
        imageFetch
            .result()
            .orTimeout(timeout, TimeUnit.NANOSECONDS)
            .handle(
                (answer, failure) -> {
                  long nanos = System.nanoTime() - start;
                  if (failure == null) {
                    HostCircuitBreakers.succeeded(search.breaker(), nanos);
                    return fetched(search, answer);
                  }
                  imageFetch.cancel();
                  FetchException cause = reason(failure);
                  HostCircuitBreakers.failed(search.breaker(), nanos, cause);
                  return remembered(search, cause.failure());
                })
            .exceptionally(bug -> failed(search.cached(), FetchFailure.UNREACHABLE));
    imageFetch.start();
    return result;
  }

  private static FetchException reason(Throwable failure) {
    Throwable inner = failure.getCause();
    Throwable cause = failure instanceof CompletionException && inner != null ? inner : failure;
    return cause instanceof FetchException known ? known : FetchException.ofHost(FetchFailure.SLOW);
  }

  private FetchResult fetched(Search search, ImageFetch.Answer answer) {
    Entry entry;
    if (answer instanceof ImageFetch.Answer.Picture picture) {
      entry = new Entry(picture.image(), picture.validators(), picture.staleAllowed());
    } else {
      Freshness freshness = ((ImageFetch.Answer.Unchanged) answer).freshness();
      Entry before = search.cached().orElseThrow();
      entry =
          new Entry(
              before.image().until(freshness.until()),
              before.validators(),
              freshness.staleAllowed());
    }
    if (isCurrent(search)) {
      cache.put(search.flight().address(), entry);
    }
    return new FetchResult.Fetched(entry.image());
  }

  private FetchResult remembered(Search search, FetchFailure fetchFailure) {
    if (isCurrent(search)) {
      failures.put(search.flight().address(), fetchFailure);
    }
    return failed(search.cached(), fetchFailure);
  }

  /** A stale picture where its origin allows that (RFC 9111, section 4.2.4), else the failure. */
  private FetchResult failed(Optional<Entry> cached, FetchFailure fetchFailure) {
    return cached.filter(Entry::staleAllowed).isPresent()
        ? new FetchResult.Fetched(cached.get().image().until(clock.instant().plus(FAILED)))
        : new FetchResult.Failed(fetchFailure);
  }

  private FetchResult counted(FetchResult fetchResult) {
    String outcome = fetchResult instanceof FetchResult.Failed failed ? failed.loss().label() : OK;
    outcomes.computeIfAbsent(outcome, absent -> new LongAdder()).increment();
    return fetchResult;
  }

  /**
   * Returns the number of fetches since the start by their outcome: {@link #OK} or the label of a
   * {@link FetchFailure}. Outcomes that have not occurred are absent; the map is a copy.
   */
  public Map<String, Long> outcomes() {
    return outcomes.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sum()));
  }

  /**
   * Returns the states of the circuit breakers by the entries of templates' lists of hosts.
   *
   * @param most how many entries at most
   */
  public Map<String, BreakerState> breakers(int most) {
    return breakers.states(most);
  }

  /**
   * Forgets the pictures, and the failures, of addresses that some fields allow: the next request
   * fetches them again, whatever their origins said. What is being fetched now is not kept either.
   *
   * @param hosts the lists of hosts of the fields
   * @return how many pictures were forgotten
   */
  public int forget(Collection<List<String>> hosts) {
    epoch.incrementAndGet();
    failures.asMap().keySet().removeIf(address -> hosts.contains(address.hosts()));
    int forgotten = 0;
    for (RemoteImageAddress address : cache.asMap().keySet()) {
      if (hosts.contains(address.hosts()) && cache.asMap().remove(address) != null) {
        forgotten++;
      }
    }
    return forgotten;
  }

  /**
   * Initializes the HTTP client, so that the first fetch does not wait for it. Blocks until that is
   * done; sends nothing.
   */
  public void warm() {
    boolean unused = tools.get().client().isFull();
  }

  /** Cancels running fetches. */
  @Override
  public void close() {
    tools.ifComputed().ifPresent(made -> made.client().close());
  }

  /** A fetch and the cached picture that it may fall back on. */
  private record Search(Flight flight, Optional<Entry> cached, CircuitBreaker breaker) {}

  /** A fetch of an address, and after how many calls of {@link #forget} it began. */
  private record Flight(RemoteImageAddress address, long epoch) {}

  private boolean isCurrent(Search search) {
    return search.flight().epoch() == epoch.get();
  }
}
