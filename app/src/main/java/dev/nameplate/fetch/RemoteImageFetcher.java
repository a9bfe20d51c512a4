package dev.nameplate.fetch;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.asset.FetchFailure;
import dev.nameplate.asset.FetchResult;
import dev.nameplate.asset.RemoteImage;
import dev.nameplate.asset.RemoteImageAddress;
import dev.nameplate.asset.RemoteImages;
import dev.nameplate.template.field.HostList;
import dev.nameplate.util.Lazy;
import dev.nameplate.util.SingleFlight;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Fetches pictures, each once for all who ask at the same time, and keeps them as long as their
 * origins allow.
 *
 * <p>The way of a search: a fresh picture, a failure of the last seconds, a fetch under way, the
 * host's gate, the wire. Only the last costs anything.
 */
public final class RemoteImageFetcher implements RemoteImages, AutoCloseable {
  /** How long a failure is remembered. */
  static final Duration FAILED = Duration.ofSeconds(5);

  private static final Duration FORGOTTEN = Duration.ofDays(1);
  private static final int MOST_FAILURES = 10_000;
  private static final int OVERHEAD = 1024;

  /** What {@link #outcomes} calls a picture that was had. */
  public static final String SEEN = "seen";

  private final RemoteSettings settings;
  private final InstantSource clock;
  private final Lazy<ImageFetch.Tools> tools;
  private final HostCircuitBreakers gates = new HostCircuitBreakers();
  private final Cache<RemoteImageAddress, Entry> kept;
  private final Cache<RemoteImageAddress, FetchFailure> failed =
      Caffeine.newBuilder().maximumSize(MOST_FAILURES).expireAfterWrite(FAILED).build();
  private final SingleFlight<RemoteImageAddress, FetchResult> flights = new SingleFlight<>();
  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

  /** Asks the platform for addresses. The network is not touched before the first search. */
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
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(settings.cacheBytes())
            .weigher(
                (RemoteImageAddress address, Entry entry) ->
                    (int) Math.min(Integer.MAX_VALUE, entry.asset().bytes() + OVERHEAD))
            .expireAfterAccess(FORGOTTEN)
            .build();
  }

  /** A picture with what its origin said of it. */
  private record Entry(RemoteImage asset, Validators validators, boolean staleAllowed) {}

  @Override
  public CompletableFuture<FetchResult> find(RemoteImageAddress address) {
    Optional<Entry> known = Optional.ofNullable(kept.getIfPresent(address));
    Instant now = clock.instant();
    if (known.isPresent() && now.isBefore(known.get().asset().freshUntil())) {
      return completedFuture(new FetchResult.Fetched(known.get().asset()));
    }
    Optional<FetchFailure> lately = Optional.ofNullable(failed.getIfPresent(address));
    return lately.isPresent() ? completedFuture(lost(known, lately.get())) : flight(address, known);
  }

  private CompletableFuture<FetchResult> flight(RemoteImageAddress address, Optional<Entry> known) {
    return flights.run(address, () -> begun(address, known).thenApply(this::counted));
  }

  private CompletableFuture<FetchResult> begun(RemoteImageAddress address, Optional<Entry> known) {
    try {
      return begin(address, known);
    } catch (RuntimeException bug) {
      return completedFuture(lost(known, FetchFailure.UNREACHABLE));
    }
  }

  private CompletableFuture<FetchResult> begin(RemoteImageAddress address, Optional<Entry> known) {
    String host = Optional.ofNullable(HttpUrl.parse(address.url())).map(HttpUrl::host).orElse("");
    CircuitBreaker gate = gates.of(host, HostList.entry(address.hosts(), host).orElse(""));
    if (tools.get().wire().isFull()) {
      return completedFuture(lost(known, FetchFailure.BUSY));
    }
    return gate.tryAcquirePermission()
        ? call(new Search(address, known, gate))
        : completedFuture(lost(known, FetchFailure.HOST_DOWN));
  }

  private CompletableFuture<FetchResult> call(Search search) {
    Deadline deadline = Deadline.in(settings.timeout());
    Validators validators = search.known().map(Entry::validators).orElse(Validators.NONE);
    ImageFetch imageFetch = new ImageFetch(tools.get(), search.address(), validators, deadline);
    long start = System.nanoTime();
    long most = settings.timeout().plus(Deadline.DECODING).toNanos();
    CompletableFuture<FetchResult> sighting =
        imageFetch
            .result()
            .orTimeout(most, TimeUnit.NANOSECONDS)
            .handle(
                (answer, failure) -> {
                  long took = System.nanoTime() - start;
                  if (failure == null) {
                    HostCircuitBreakers.answered(search.gate(), took);
                    return seen(search, answer);
                  }
                  imageFetch.cancel();
                  FetchException lost = reason(failure);
                  HostCircuitBreakers.lost(search.gate(), took, lost);
                  return remembered(search, lost.loss());
                })
            .exceptionally(bug -> lost(search.known(), FetchFailure.UNREACHABLE));
    imageFetch.start();
    return sighting;
  }

  private static FetchException reason(Throwable failure) {
    Throwable inner = failure.getCause();
    Throwable cause = failure instanceof CompletionException && inner != null ? inner : failure;
    return cause instanceof FetchException lost ? lost : FetchException.ofHost(FetchFailure.SLOW);
  }

  private FetchResult seen(Search search, ImageFetch.Answer answer) {
    Entry entry;
    if (answer instanceof ImageFetch.Answer.Picture picture) {
      entry = new Entry(picture.asset(), picture.validators(), picture.staleAllowed());
    } else {
      Freshness freshness = ((ImageFetch.Answer.Unchanged) answer).freshness();
      Entry before = search.known().orElseThrow();
      entry =
          new Entry(
              before.asset().until(freshness.until()),
              before.validators(),
              freshness.staleAllowed());
    }
    kept.put(search.address(), entry);
    return new FetchResult.Fetched(entry.asset());
  }

  private FetchResult remembered(Search search, FetchFailure fetchFailure) {
    failed.put(search.address(), fetchFailure);
    return lost(search.known(), fetchFailure);
  }

  /** An old picture is better than none, where its origin allows that (RFC 9111, section 4.2.4). */
  private FetchResult lost(Optional<Entry> known, FetchFailure fetchFailure) {
    return known.filter(Entry::staleAllowed).isPresent()
        ? new FetchResult.Fetched(known.get().asset().until(clock.instant().plus(FAILED)))
        : new FetchResult.Failed(fetchFailure);
  }

  private FetchResult counted(FetchResult fetchResult) {
    String outcome = fetchResult instanceof FetchResult.Failed lost ? lost.loss().label() : SEEN;
    outcomes.computeIfAbsent(outcome, absent -> new LongAdder()).increment();
    return fetchResult;
  }

  /** How many fetches came to what: {@code seen}, or the label of a loss. */
  public Map<String, Long> outcomes() {
    return outcomes.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sum()));
  }

  /** Makes the client ready, which takes a moment, before somebody waits for it. */
  public void warm() {
    boolean unused = tools.get().wire().isFull();
  }

  @Override
  public void close() {
    tools.ifMade().ifPresent(made -> made.wire().close());
  }

  /** A fetch with what it may fall back on. */
  private record Search(RemoteImageAddress address, Optional<Entry> known, CircuitBreaker gate) {}
}
