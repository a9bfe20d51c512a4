package dev.nameplate.serve;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.store.MemoryResultStore;
import dev.nameplate.store.ResultStore;
import dev.nameplate.util.SingleFlight;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets each picture once for all requests that ask for it at the same time: from this process's
 * cache, from the shared store, or drawn with a permit. Safe for many threads; never blocks.
 *
 * <p>A picture that was compressed fast is cached like any other. When it is asked for again it is
 * compressed at best effort in the background lane, and the smaller file takes its place.
 */
final class RenderFlights {
  private static final Logger log = LoggerFactory.getLogger(RenderFlights.class);

  /** How long a picture that shows no time is cached. */
  private static final Duration MAX_KEEP = Duration.ofDays(7);

  private final PictureRenderer pictureRenderer;
  private final MemoryResultStore cache;
  private final Optional<ResultStore> shared;
  private final Duration lookUp;
  private final RenderExecutor executor;
  private final InstantSource clock;
  private final SingleFlight<RenderKey, RenderResult> flights = new SingleFlight<>();
  private final Set<RenderKey> improving = ConcurrentHashMap.newKeySet();
  private final LongAdder drawn = new LongAdder();

  /**
   * @param cache of this process
   * @param resources the executor that draws, and the shared store
   * @param clock what pictures that show time go by
   */
  RenderFlights(
      PictureRenderer pictureRenderer,
      MemoryResultStore cache,
      RenderResources resources,
      InstantSource clock) {
    this.pictureRenderer = pictureRenderer;
    this.cache = cache;
    this.shared = resources.shared();
    this.lookUp = resources.lookUp();
    this.executor = resources.executor();
    this.clock = clock;
  }

  /** The cached picture, whatever its effort; empty if there is none. */
  Optional<EncodedPicture> cached(RenderJob renderJob) {
    Optional<EncodedPicture> found = cache.find(renderJob.key());
    if (found.isPresent() && found.get().isProvisional()) {
      improve(renderJob);
    }
    return found;
  }

  /** Whether a picture is being fetched or drawn at this instant. */
  boolean isRunning(RenderKey key) {
    return flights.isRunning(key);
  }

  /**
   * Joins the flight of a picture or starts one.
   *
   * @return the caller's own future; it fails with what drawing throws, or where the queue is full
   */
  CompletableFuture<RenderResult> run(RenderJob renderJob) {
    return flights.run(renderJob.key(), () -> picture(renderJob));
  }

  /** How many pictures were drawn for requests since the start, failed ones included. */
  long renders() {
    return drawn.sum();
  }

  /** Looks into the cache again, since another flight may have ended meanwhile. */
  private CompletionStage<RenderResult> picture(RenderJob renderJob) {
    if (renderJob.lacksRemoteImage()) {
      return executor.interactive(() -> draw(renderJob));
    }
    Optional<EncodedPicture> meanwhile = cache.find(renderJob.key());
    if (meanwhile.isPresent()) {
      return completedFuture(RenderResult.known(meanwhile.get()));
    }
    return shared.isEmpty()
        ? executor.interactive(() -> draw(renderJob))
        : found(renderJob.key(), shared.get())
            .thenCompose(found -> sharedOrDrawn(renderJob, found));
  }

  private CompletionStage<RenderResult> sharedOrDrawn(
      RenderJob renderJob, Optional<EncodedPicture> found) {
    if (found.isEmpty()) {
      return thenShared(renderJob, executor.interactive(() -> draw(renderJob)));
    }
    cache.put(renderJob.key(), found.get(), keepTime(renderJob));
    return completedFuture(RenderResult.known(found.get()));
  }

  /** The picture in the shared store; empty where the store fails or takes too long. */
  private CompletableFuture<Optional<EncodedPicture>> found(RenderKey key, ResultStore store) {
    try {
      return store
          .get(key)
          .toCompletableFuture()
          .copy()
          .completeOnTimeout(Optional.empty(), lookUp.toNanos(), TimeUnit.NANOSECONDS)
          .exceptionally(failure -> Optional.empty());
    } catch (RuntimeException bug) {
      log.warn("the shared store failed: {}", ImageService.kind(bug));
      return completedFuture(Optional.empty());
    }
  }

  /** The same picture; it is put into the shared store after the request is answered. */
  private CompletableFuture<RenderResult> thenShared(
      RenderJob renderJob, CompletableFuture<RenderResult> drawing) {
    CompletableFuture<RenderResult> answer = new CompletableFuture<>();
    var unused =
        drawing.whenComplete(
            (picture, failure) -> {
              if (failure != null) {
                answer.completeExceptionally(failure);
              } else {
                answer.complete(picture);
                share(renderJob, picture);
              }
            });
    return answer;
  }

  private void share(RenderJob renderJob, RenderResult picture) {
    try {
      if (picture.isComplete()) {
        shared.ifPresent(store -> store.put(renderJob.key(), picture.file(), keepTime(renderJob)));
      }
    } catch (RuntimeException bug) {
      log.warn("a picture could not be shared: {}", ImageService.kind(bug));
    }
  }

  /**
   * How long to cache a picture: until the time that it shows changes, but no longer than {@link
   * #MAX_KEEP}.
   */
  private Duration keepTime(RenderJob renderJob) {
    Optional<Instant> until = renderJob.clockState().until();
    Duration left = until.map(end -> Duration.between(clock.instant(), end)).orElse(MAX_KEEP);
    return left.compareTo(MAX_KEEP) < 0 ? left : MAX_KEEP;
  }

  private RenderResult draw(RenderJob renderJob) {
    drawn.increment();
    ImageRequest request = renderJob.request();
    RenderResult picture =
        pictureRenderer.picture(
            request.template(),
            renderJob.fields(),
            request.scale(),
            request.format(),
            renderJob.clockState());
    keep(renderJob, picture);
    return picture;
  }

  private void keep(RenderJob renderJob, RenderResult picture) {
    if (picture.isComplete() && !renderJob.lacksRemoteImage()) {
      cache.put(renderJob.key(), picture.file(), keepTime(renderJob));
    }
  }

  /** Where the background lane is full, the next request for the picture tries again. */
  private void improve(RenderJob renderJob) {
    if (improving.add(renderJob.key())) {
      var unused =
          executor
              .background(() -> best(renderJob))
              .whenComplete(
                  (picture, failure) -> {
                    if (failure == null) {
                      keep(renderJob, picture);
                      share(renderJob, picture);
                    }
                    improving.remove(renderJob.key());
                  });
    }
  }

  private RenderResult best(RenderJob renderJob) {
    ImageRequest request = renderJob.request();
    return pictureRenderer.bestPicture(
        request.template(),
        renderJob.fields(),
        request.scale(),
        request.format(),
        renderJob.clockState());
  }
}
