package dev.nameplate.serve;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.Explanation;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.serve.fault.Fault;
import dev.nameplate.serve.fault.FaultPainter;
import dev.nameplate.serve.fault.FaultPictures;
import dev.nameplate.store.MemoryResultStore;
import dev.nameplate.store.ResultStore;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.util.SingleFlight;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests for pictures, and always with a picture.
 *
 * <p>The ladder, from the best rung down: what the asker holds already, what the cache holds, a
 * fresh picture, a fresh picture without the layers that failed, the template's standard picture, a
 * plain one.
 */
public final class ImageService implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ImageService.class);

  /** How long a shared store may take before a picture is drawn all the same. */
  private static final Duration SHARED_PATIENCE = Duration.ofMillis(50);

  /** How long a picture is kept that shows no time. */
  private static final Duration KEEP = Duration.ofDays(7);

  private final InstantSource clock;
  private final PictureRenderer pictureRenderer;
  private final FaultPictures faults;
  private final ServeSettings settings;
  private final MemoryResultStore cache;
  private final Optional<ResultStore> shared;
  private final RenderExecutor renders;
  private final SingleFlight<RenderKey, RenderResult> flights = new SingleFlight<>();
  private final StandardPictures standards;
  private final LongAdder drawn = new LongAdder();

  /** A service with an executor of its own, nothing shared, that goes by the machine's clock. */
  public ImageService(PictureRenderer pictureRenderer, FaultPainter plain, ServeSettings settings) {
    this(pictureRenderer, plain, settings, RenderResources.of(settings), InstantSource.system());
  }

  /**
   * @param resources the service closes their executor
   * @param clock what pictures that show time go by
   */
  public ImageService(
      PictureRenderer pictureRenderer,
      FaultPainter plain,
      ServeSettings settings,
      RenderResources resources,
      InstantSource clock) {
    this.clock = clock;
    this.pictureRenderer = pictureRenderer;
    this.faults = new FaultPictures(plain);
    this.settings = settings;
    this.cache = new MemoryResultStore(settings.cacheBytes());
    this.shared = resources.shared();
    this.renders = resources.executor();
    this.standards = new StandardPictures(pictureRenderer);
  }

  /**
   * The answer to a request, there already where nothing has to be drawn. It never fails.
   *
   * @param onward runs what follows a drawing or a deadline: those threads are not the asker's to
   *     keep
   */
  public CompletableFuture<Outcome> answer(ImageRequest request, Executor onward) {
    long start = System.nanoTime();
    Optional<MergedFields> fields = Optional.empty();
    try {
      fields = Optional.of(pictureRenderer.merge(request.template(), request.query()));
      CompletableFuture<MergedFields> settled =
          pictureRenderer.settle(request.template(), fields.get(), settings.patience());
      return settled.isDone()
          ? answer(request, settled.join(), start, onward)
          : later(request, settled, start, onward);
    } catch (RuntimeException | Error failed) {
      return completedFuture(failed(request, fields, start, failed));
    }
  }

  /** The answer once the pictures from outside are there or given up. */
  private CompletableFuture<Outcome> later(
      ImageRequest request, CompletableFuture<MergedFields> settled, long start, Executor onward) {
    return settled
        .thenComposeAsync(fields -> answer(request, fields, start, onward), onward)
        .exceptionally(failed -> failed(request, Optional.empty(), start, failed));
  }

  private Outcome failed(
      ImageRequest request, Optional<MergedFields> fields, long start, Throwable failed) {
    log.error("{}: no picture for a request: {}", request.template().id(), kind(failed));
    return degraded(request, fields, Outcome.Reason.ERROR, Outcome.Timing.ofKey(start));
  }

  private CompletableFuture<Outcome> answer(
      ImageRequest request, MergedFields fields, long start, Executor onward) {
    ClockState clockState = moment(request.template(), fields, request.format());
    RenderKey key =
        pictureRenderer.key(
            request.template(), fields, request.scale(), request.format(), clockState);
    RenderJob renderJob =
        new RenderJob(request, fields, clockState, key, Outcome.Timing.ofKey(start));
    if (renderJob.isLesser()) {
      return fresh(renderJob, onward);
    }
    if (request.asker().holds().test(key.etag())) {
      return completedFuture(
          new Outcome.NotModified(key.etag(), fields, clockState.until(), renderJob.timing()));
    }
    Optional<EncodedPicture> cached = cache.find(key);
    return cached.isPresent()
        ? completedFuture(renderJob.picture(cached.get(), true, renderJob.timing()))
        : fresh(renderJob, onward);
  }

  /** What shows of this instant; the clock is not even read for a template without one. */
  private ClockState moment(Template template, MergedFields fields, Format format) {
    return template.isLive()
        ? pictureRenderer.moment(template, fields, format, clock.instant())
        : ClockState.NONE;
  }

  /** Waits for a picture as long as the deadline allows, without a thread. */
  private CompletableFuture<Outcome> fresh(RenderJob renderJob, Executor onward) {
    ClientContext clientContext = renderJob.request().asker();
    if (!flights.isRunning(renderJob.key()) && !clientContext.mayDraw().getAsBoolean()) {
      return completedFuture(degraded(renderJob, Outcome.Reason.RATE));
    }
    CompletableFuture<RenderResult> flight = flights.run(renderJob.key(), () -> picture(renderJob));
    return flight.isDone()
        ? flight.handle((picture, failure) -> outcome(renderJob, picture, failure))
        : flight
            .orTimeout(left(clientContext), TimeUnit.NANOSECONDS)
            .handleAsync((picture, failure) -> outcome(renderJob, picture, failure), onward);
  }

  private Outcome outcome(RenderJob renderJob, RenderResult picture, Throwable failure) {
    return failure == null ? drawn(renderJob, picture) : failed(renderJob, failure);
  }

  /**
   * The picture of a flight: kept here meanwhile, shared, or drawn, for which alone a permit is
   * taken.
   */
  private CompletionStage<RenderResult> picture(RenderJob renderJob) {
    if (renderJob.isLesser()) {
      return renders.interactive(() -> draw(renderJob));
    }
    Optional<EncodedPicture> meanwhile = cache.find(renderJob.key());
    if (meanwhile.isPresent()) {
      return completedFuture(RenderResult.known(meanwhile.get()));
    }
    return shared.isEmpty()
        ? renders.interactive(() -> draw(renderJob))
        : found(renderJob.key(), shared.get())
            .thenCompose(found -> sharedOrDrawn(renderJob, found));
  }

  private CompletionStage<RenderResult> sharedOrDrawn(
      RenderJob renderJob, Optional<EncodedPicture> found) {
    if (found.isEmpty()) {
      return afterwardsShared(renderJob, renders.interactive(() -> draw(renderJob)));
    }
    cache.put(renderJob.key(), found.get(), keep(renderJob));
    return completedFuture(RenderResult.known(found.get()));
  }

  /** What a shared store holds; absent where it fails or takes long. */
  private static CompletableFuture<Optional<EncodedPicture>> found(
      RenderKey key, ResultStore store) {
    try {
      return store
          .get(key)
          .toCompletableFuture()
          .copy()
          .completeOnTimeout(Optional.empty(), SHARED_PATIENCE.toNanos(), TimeUnit.NANOSECONDS)
          .exceptionally(failure -> Optional.empty());
    } catch (RuntimeException bug) {
      log.warn("the shared store failed: {}", kind(bug));
      return completedFuture(Optional.empty());
    }
  }

  /** The same picture, and once it is answered it is handed to the shared store. */
  private CompletableFuture<RenderResult> afterwardsShared(
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
      if (picture.isFinal()) {
        shared.ifPresent(store -> store.put(renderJob.key(), picture.file(), keep(renderJob)));
      }
    } catch (RuntimeException bug) {
      log.warn("a picture could not be shared: {}", kind(bug));
    }
  }

  /** How long a picture is of use: one that shows a time until that has passed. */
  private Duration keep(RenderJob renderJob) {
    Optional<Instant> until = renderJob.moment().until();
    Duration left = until.map(end -> Duration.between(clock.instant(), end)).orElse(KEEP);
    return left.compareTo(KEEP) < 0 ? left : KEEP;
  }

  /**
   * What an asker's deadline leaves, in nanoseconds; at least a moment, for what is nearly there.
   */
  private long left(ClientContext clientContext) {
    long gone = System.nanoTime() - clientContext.since();
    return Math.max(1, settings.deadline().toNanos() - gone);
  }

  private static Outcome drawn(RenderJob renderJob, RenderResult picture) {
    Outcome.Timing whole = renderJob.timing().drawn(picture);
    if (!picture.failures().isEmpty()) {
      return new Outcome.Degraded(
          picture.file(),
          Optional.of(renderJob.fields()),
          Outcome.Reason.LAYER,
          renderJob.moment().until(),
          whole);
    }
    if (renderJob.isLesser()) {
      return new Outcome.Degraded(
          picture.file(),
          Optional.of(renderJob.fields()),
          Outcome.Reason.PICTURE,
          renderJob.moment().until(),
          whole);
    }
    return picture.provisional()
        ? new Outcome.Quick(
            picture.file(),
            quickTag(renderJob.key()),
            renderJob.fields(),
            renderJob.moment().until(),
            whole)
        : renderJob.picture(picture.file(), false, whole);
  }

  /** A tag of its own, since its bytes are others: a strong tag names bytes, not pixels. */
  private static String quickTag(RenderKey key) {
    return '"' + key.hex() + "-quick\"";
  }

  private Outcome failed(RenderJob renderJob, Throwable failed) {
    Throwable inner = failed.getCause();
    Throwable cause = failed instanceof CompletionException && inner != null ? inner : failed;
    if (cause instanceof TimeoutException) {
      return degraded(renderJob, Outcome.Reason.DEADLINE);
    }
    if (cause instanceof RejectedExecutionException) {
      return degraded(renderJob, Outcome.Reason.OVERLOAD);
    }
    log.error("{}: drawing failed: {}", renderJob.request().template().id(), kind(cause));
    return degraded(renderJob, Outcome.Reason.ERROR);
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
            renderJob.moment());
    if (picture.isFinal() && !renderJob.isLesser()) {
      cache.put(renderJob.key(), picture.file(), keep(renderJob));
    }
    return picture;
  }

  private Outcome degraded(RenderJob renderJob, Outcome.Reason reason) {
    return degraded(
        renderJob.request(), Optional.of(renderJob.fields()), reason, renderJob.timing());
  }

  private Outcome degraded(
      ImageRequest request,
      Optional<MergedFields> fields,
      Outcome.Reason reason,
      Outcome.Timing timing) {
    EncodedPicture body =
        standards
            .find(request.template(), request.scale(), request.format())
            .orElseGet(() -> faults.titleCard(request.template().title(), request.format()));
    return new Outcome.Degraded(body, fields, reason, Optional.empty(), timing);
  }

  /** The fields of a template as a request's query fills them; draws and fetches nothing. */
  public MergedFields fields(Template template, RawQuery query) {
    return pictureRenderer.merge(template, query);
  }

  /**
   * What would be drawn and why, made in its turn among the drawings; fails where too much waits or
   * the deadline passes.
   */
  public CompletableFuture<Explanation> explain(Template template, RawQuery query, Scale scale) {
    try {
      return pictureRenderer
          .settle(template, pictureRenderer.merge(template, query), settings.patience())
          .thenCompose(fields -> renders.interactive(() -> explained(template, fields, scale)))
          .orTimeout(settings.deadline().toNanos(), TimeUnit.NANOSECONDS);
    } catch (RuntimeException | Error failed) {
      return CompletableFuture.failedFuture(failed);
    }
  }

  private Explanation explained(Template template, MergedFields fields, Scale scale) {
    try {
      return pictureRenderer.explain(template, fields, scale, moment(template, fields, Format.PNG));
    } catch (RuntimeException | Error failed) {
      log.error("{}: no explanation for a request: {}", template.id(), kind(failed));
      throw failed;
    }
  }

  /**
   * A picture that says what is wrong.
   *
   * @param mayDraw asked where it has to be drawn; where not, it says less
   */
  public EncodedPicture picture(Fault fault, Format format, BooleanSupplier mayDraw) {
    return faults.of(fault, format, mayDraw);
  }

  /** How busy drawing is. */
  public RenderLoad load() {
    return renders.load();
  }

  /** Draws the standard pictures of these templates, on the caller's thread. */
  public void warm(List<Template> templates) {
    standards.warm(templates);
  }

  /** Whether a template's standard picture can be served. */
  public boolean isReady(Template template) {
    return standards.isReady(template);
  }

  /** How many pictures were drawn or begun for requests. */
  public long renders() {
    return drawn.sum();
  }

  /** Finishes what is under way, within some time, and takes no more. */
  public void drain(Duration patience) throws InterruptedException {
    renders.drain(patience);
  }

  @Override
  public void close() {
    renders.close();
  }

  /** An exception's type alone: its message may hold a recipient's data. */
  private static String kind(Throwable failed) {
    StackTraceElement[] trace = failed.getStackTrace();
    return failed.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  /** A request with what is known of it once its key is. */
  private record RenderJob(
      ImageRequest request,
      MergedFields fields,
      ClockState moment,
      RenderKey key,
      Outcome.Timing timing) {
    /** Whether a picture from outside is missing, so that there will soon be a better answer. */
    boolean isLesser() {
      return !fields.lostPictures().isEmpty();
    }

    Outcome picture(EncodedPicture file, boolean hit, Outcome.Timing whole) {
      return new Outcome.Picture(file, key.etag(), fields, hit, moment.until(), whole);
    }
  }
}
