package dev.nameplate.remote;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.asset.Loss;
import dev.nameplate.asset.OutsideAddress;
import dev.nameplate.asset.OutsideAsset;
import dev.nameplate.asset.OutsidePictures;
import dev.nameplate.asset.Sighting;
import dev.nameplate.template.HostList;
import dev.nameplate.template.Once;
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
public final class RemotePictures implements OutsidePictures, AutoCloseable {
  /** How long a failure is remembered. */
  static final Duration FAILED = Duration.ofSeconds(5);

  private static final Duration FORGOTTEN = Duration.ofDays(1);
  private static final int MOST_FAILURES = 10_000;
  private static final int OVERHEAD = 1024;

  /** What {@link #outcomes} calls a picture that was had. */
  public static final String SEEN = "seen";

  private final RemoteSettings settings;
  private final InstantSource clock;
  private final Once<Fetch.Tools> tools;
  private final HostGates gates = new HostGates();
  private final Cache<OutsideAddress, Kept> kept;
  private final Cache<OutsideAddress, Loss> failed =
      Caffeine.newBuilder().maximumSize(MOST_FAILURES).expireAfterWrite(FAILED).build();
  private final SingleFlight<OutsideAddress, Sighting> flights = new SingleFlight<>();
  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

  /** Asks the platform for addresses. The network is not touched before the first search. */
  public RemotePictures(RemoteSettings settings, InstantSource clock) {
    this(settings, clock, Dns.SYSTEM);
  }

  RemotePictures(RemoteSettings settings, InstantSource clock, Dns resolver) {
    this.settings = settings;
    this.clock = clock;
    this.tools =
        new Once<>(
            () -> new Fetch.Tools(new Wire(settings, resolver), new Receiver(settings), clock));
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(settings.cacheBytes())
            .weigher(
                (OutsideAddress address, Kept entry) ->
                    (int) Math.min(Integer.MAX_VALUE, entry.asset().bytes() + OVERHEAD))
            .expireAfterAccess(FORGOTTEN)
            .build();
  }

  /** A picture with what its origin said of it. */
  private record Kept(OutsideAsset asset, Validators validators, boolean staleAllowed) {}

  @Override
  public CompletableFuture<Sighting> find(OutsideAddress address) {
    Optional<Kept> known = Optional.ofNullable(kept.getIfPresent(address));
    Instant now = clock.instant();
    if (known.isPresent() && now.isBefore(known.get().asset().freshUntil())) {
      return completedFuture(new Sighting.Seen(known.get().asset()));
    }
    Optional<Loss> lately = Optional.ofNullable(failed.getIfPresent(address));
    return lately.isPresent() ? completedFuture(lost(known, lately.get())) : flight(address, known);
  }

  private CompletableFuture<Sighting> flight(OutsideAddress address, Optional<Kept> known) {
    return flights.run(address, () -> begun(address, known).thenApply(this::counted));
  }

  private CompletableFuture<Sighting> begun(OutsideAddress address, Optional<Kept> known) {
    try {
      return begin(address, known);
    } catch (RuntimeException bug) {
      return completedFuture(lost(known, Loss.UNREACHABLE));
    }
  }

  private CompletableFuture<Sighting> begin(OutsideAddress address, Optional<Kept> known) {
    String host = Optional.ofNullable(HttpUrl.parse(address.url())).map(HttpUrl::host).orElse("");
    CircuitBreaker gate = gates.of(host, HostList.entry(address.hosts(), host).orElse(""));
    if (tools.get().wire().isFull()) {
      return completedFuture(lost(known, Loss.BUSY));
    }
    return gate.tryAcquirePermission()
        ? call(new Search(address, known, gate))
        : completedFuture(lost(known, Loss.HOST_DOWN));
  }

  private CompletableFuture<Sighting> call(Search search) {
    Deadline deadline = Deadline.in(settings.timeout());
    Validators validators = search.known().map(Kept::validators).orElse(Validators.NONE);
    Fetch fetch = new Fetch(tools.get(), search.address(), validators, deadline);
    long start = System.nanoTime();
    long most = settings.timeout().plus(Deadline.DECODING).toNanos();
    CompletableFuture<Sighting> sighting =
        fetch
            .result()
            .orTimeout(most, TimeUnit.NANOSECONDS)
            .handle(
                (answer, failure) -> {
                  long took = System.nanoTime() - start;
                  if (failure == null) {
                    HostGates.answered(search.gate(), took);
                    return seen(search, answer);
                  }
                  fetch.cancel();
                  LostException lost = reason(failure);
                  HostGates.lost(search.gate(), took, lost);
                  return remembered(search, lost.loss());
                })
            .exceptionally(bug -> lost(search.known(), Loss.UNREACHABLE));
    fetch.start();
    return sighting;
  }

  private static LostException reason(Throwable failure) {
    Throwable inner = failure.getCause();
    Throwable cause = failure instanceof CompletionException && inner != null ? inner : failure;
    return cause instanceof LostException lost ? lost : LostException.ofHost(Loss.SLOW);
  }

  private Sighting seen(Search search, Fetch.Answer answer) {
    Kept entry;
    if (answer instanceof Fetch.Answer.Picture picture) {
      entry = new Kept(picture.asset(), picture.validators(), picture.staleAllowed());
    } else {
      Freshness freshness = ((Fetch.Answer.Unchanged) answer).freshness();
      Kept before = search.known().orElseThrow();
      entry =
          new Kept(
              before.asset().until(freshness.until()),
              before.validators(),
              freshness.staleAllowed());
    }
    kept.put(search.address(), entry);
    return new Sighting.Seen(entry.asset());
  }

  private Sighting remembered(Search search, Loss loss) {
    failed.put(search.address(), loss);
    return lost(search.known(), loss);
  }

  /** An old picture is better than none, where its origin allows that (RFC 9111, section 4.2.4). */
  private Sighting lost(Optional<Kept> known, Loss loss) {
    return known.filter(Kept::staleAllowed).isPresent()
        ? new Sighting.Seen(known.get().asset().until(clock.instant().plus(FAILED)))
        : new Sighting.Lost(loss);
  }

  private Sighting counted(Sighting sighting) {
    String outcome = sighting instanceof Sighting.Lost lost ? lost.loss().label() : SEEN;
    outcomes.computeIfAbsent(outcome, absent -> new LongAdder()).increment();
    return sighting;
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
  private record Search(OutsideAddress address, Optional<Kept> known, CircuitBreaker gate) {}
}
