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
import dev.nameplate.template.Format;
import dev.nameplate.template.FormatBytes;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests for pictures. A request that the template allows is always answered with a
 * picture.
 *
 * <p>In this order it returns: not modified where the client has the picture; the cached picture; a
 * fresh picture; a fresh picture without the layers that failed; the template's standard picture; a
 * title card. Safe for many threads.
 */
public final class ImageService implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ImageService.class);

  private final InstantSource clock;
  private final PictureRenderer pictureRenderer;
  private final FaultPictures faultPictures;
  private final ServeSettings settings;
  private final RenderExecutor executor;
  private final RenderFlights flights;
  private final StandardPictures standardPictures;
  private final FormatCounts formatCounts;

  /** Makes a service with its own executor, without a shared store, on the system clock. */
  public ImageService(
      PictureRenderer pictureRenderer, FaultPainter faultPainter, ServeSettings settings) {
    this(
        pictureRenderer,
        faultPainter,
        settings,
        RenderResources.of(settings),
        InstantSource.system());
  }

  /**
   * @param resources the service closes their executor
   * @param clock what pictures that show time go by
   */
  public ImageService(
      PictureRenderer pictureRenderer,
      FaultPainter faultPainter,
      ServeSettings settings,
      RenderResources resources,
      InstantSource clock) {
    this.clock = clock;
    this.pictureRenderer = pictureRenderer;
    this.faultPictures = new FaultPictures(faultPainter);
    this.settings = settings;
    this.executor = resources.executor();
    this.flights =
        new RenderFlights(
            pictureRenderer, new MemoryResultStore(settings.cacheBytes()), resources, clock);
    this.standardPictures =
        new StandardPictures(pictureRenderer, executor, settings.standardBytes());
    this.formatCounts = new FormatCounts(pictureRenderer, executor, settings.remoteTimeout());
  }

  /**
   * Answers a request. Does not wait for drawing or fetching.
   *
   * @param continuation runs what follows a fetch, a drawing or a deadline, so that the threads
   *     that draw are not used for it
   * @return the outcome; the future is already complete where nothing has to be fetched or drawn.
   *     It does not fail: where no fresh picture can be had in time, the outcome is a degraded one
   */
  public CompletableFuture<Outcome> answer(ImageRequest request, Executor continuation) {
    long start = System.nanoTime();
    Optional<MergedFields> fields = Optional.empty();
    try {
      fields = Optional.of(pictureRenderer.merge(request.template(), request.query()));
      CompletableFuture<MergedFields> settled =
          pictureRenderer.settle(
              request.template(), fields.get(), settings.remoteTimeout(), request.client().trace());
      return settled.isDone()
          ? answer(request, settled.join(), start, continuation)
          : afterFetches(request, settled, start, continuation);
    } catch (RuntimeException | Error failed) {
      return completedFuture(failed(request, fields, start, failed));
    }
  }

  /** The outcome once the remote images are fetched or their time is over. */
  private CompletableFuture<Outcome> afterFetches(
      ImageRequest request,
      CompletableFuture<MergedFields> settled,
      long start,
      Executor continuation) {
    return settled
        .thenComposeAsync(fields -> answer(request, fields, start, continuation), continuation)
        .exceptionally(failed -> failed(request, Optional.empty(), start, failed));
  }

  private Outcome failed(
      ImageRequest request, Optional<MergedFields> fields, long start, Throwable failed) {
    log.error("{}: no picture for a request: {}", request.template().id(), kind(failed));
    return degraded(request, fields, Outcome.Reason.ERROR, Outcome.Timing.ofKey(start));
  }

  private CompletableFuture<Outcome> answer(
      ImageRequest request, MergedFields fields, long start, Executor continuation) {
    ClockState clockState = clockState(request.template(), fields, request.format());
    RenderKey key =
        pictureRenderer.key(
            request.template(), fields, request.scale(), request.format(), clockState);
    RenderJob renderJob =
        new RenderJob(request, fields, clockState, key, Outcome.Timing.ofKey(start));
    if (renderJob.lacksRemoteImage()) {
      return rendered(renderJob, continuation);
    }
    if (request.client().ifNoneMatch().test(key.etag())) {
      return completedFuture(
          new Outcome.NotModified(key.etag(), fields, clockState.until(), renderJob.timing()));
    }
    Optional<EncodedPicture> cached = flights.cached(renderJob);
    return cached.isPresent()
        ? completedFuture(renderJob.picture(cached.get(), true, renderJob.timing()))
        : rendered(renderJob, continuation);
  }

  /** The visible time of a picture; a template without time does not read the clock. */
  private ClockState clockState(Template template, MergedFields fields, Format format) {
    return template.isLive()
        ? pictureRenderer.clockState(template, fields, format, clock.instant())
        : ClockState.NONE;
  }

  /** Waits for a picture until the deadline, without a thread. */
  private CompletableFuture<Outcome> rendered(RenderJob renderJob, Executor continuation) {
    ImageRequest request = renderJob.request();
    ClientContext client = request.client();
    standardPictures.want(request.template(), request.scale(), request.format());
    if (!flights.isRunning(renderJob.key()) && !client.mayDraw().getAsBoolean()) {
      return completedFuture(degraded(renderJob, Outcome.Reason.RATE));
    }
    CompletableFuture<RenderResult> flight = flights.run(renderJob);
    return flight.isDone()
        ? flight.handle((picture, failure) -> outcome(renderJob, picture, failure))
        : flight
            .orTimeout(nanosLeft(client), TimeUnit.NANOSECONDS)
            .handleAsync((picture, failure) -> outcome(renderJob, picture, failure), continuation);
  }

  private Outcome outcome(RenderJob renderJob, RenderResult picture, Throwable failure) {
    return failure == null ? drawn(renderJob, picture) : failed(renderJob, failure);
  }

  /** The nanoseconds until the client's deadline; at least 1, for work that is nearly done. */
  private long nanosLeft(ClientContext client) {
    long elapsed = System.nanoTime() - client.startNanos();
    return Math.max(1, settings.deadline().toNanos() - elapsed);
  }

  private static Outcome drawn(RenderJob renderJob, RenderResult picture) {
    Outcome.Timing whole = renderJob.timing().drawn(picture);
    if (!picture.failures().isEmpty()) {
      return new Outcome.Degraded(
          picture.file(),
          Optional.of(renderJob.fields()),
          Outcome.Reason.LAYER,
          renderJob.clockState().until(),
          whole);
    }
    if (renderJob.lacksRemoteImage()) {
      return new Outcome.Degraded(
          picture.file(),
          Optional.of(renderJob.fields()),
          Outcome.Reason.PICTURE,
          renderJob.clockState().until(),
          whole);
    }
    return renderJob.picture(picture.file(), false, whole);
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
        standardPictures
            .find(request.template(), request.scale(), request.format())
            .orElseGet(() -> faultPictures.titleCard(request.template().title(), request.format()));
    return new Outcome.Degraded(body, fields, reason, Optional.empty(), timing);
  }

  /**
   * Returns the fields of a template with the values of a query after cleaning and fallback; draws
   * and fetches nothing.
   */
  public MergedFields fields(Template template, RawQuery query) {
    return pictureRenderer.merge(template, query);
  }

  /**
   * Explains how a picture would be drawn. It takes a permit like a drawing.
   *
   * @return the explanation, with the recipient's data; the future fails with {@link
   *     RejectedExecutionException} where the queue is full, with {@link TimeoutException} at the
   *     deadline, and with what merging or explaining throws; it may wrap these in a {@link
   *     CompletionException}
   */
  public CompletableFuture<Explanation> explain(Template template, RawQuery query, Scale scale) {
    try {
      return pictureRenderer
          .settle(template, pictureRenderer.merge(template, query), settings.remoteTimeout())
          .thenCompose(fields -> executor.interactive(() -> explained(template, fields, scale)))
          .orTimeout(settings.deadline().toNanos(), TimeUnit.NANOSECONDS);
    } catch (RuntimeException | Error failed) {
      return CompletableFuture.failedFuture(failed);
    }
  }

  private Explanation explained(Template template, MergedFields fields, Scale scale) {
    try {
      return pictureRenderer.explain(
          template, fields, scale, clockState(template, fields, Format.PNG));
    } catch (RuntimeException | Error failed) {
      log.error("{}: no explanation for a request: {}", template.id(), kind(failed));
      throw failed;
    }
  }

  /**
   * Counts the bytes of a sample's picture at 2x in every format, once for each version of its
   * template, with the permits that requests leave free.
   *
   * @param mayDraw takes a permit of the client's rate limit; called only where the bytes are not
   *     known
   * @param patience how long to wait for them at most
   * @return empty where they are not known in time or not at all; the future does not fail. A later
   *     call may find them
   */
  public CompletableFuture<Optional<FormatBytes>> formatBytes(
      Template template, Sample sample, BooleanSupplier mayDraw, Duration patience) {
    if (formatCounts.known(template, sample).isEmpty() && !mayDraw.getAsBoolean()) {
      return completedFuture(Optional.empty());
    }
    return formatCounts
        .of(template, sample)
        .thenApply(Optional::of)
        .completeOnTimeout(Optional.empty(), patience.toNanos(), TimeUnit.NANOSECONDS)
        .exceptionally(failed -> Optional.empty());
  }

  /** Returns how long a request waits for its picture. */
  public Duration deadline() {
    return settings.deadline();
  }

  /**
   * Returns a picture that explains a fault. Draws on the calling thread where it is not cached.
   *
   * @param mayDraw takes a permit of the client's rate limit; called only where the picture is not
   *     cached. Where it returns false, or another such picture is being drawn, the picture names
   *     the kind of fault alone
   */
  public EncodedPicture picture(Fault fault, Format format, BooleanSupplier mayDraw) {
    return faultPictures.of(fault, format, mayDraw);
  }

  /**
   * Returns how many pictures are being drawn and how many wait at this instant, with their limits.
   */
  public RenderLoad load() {
    return executor.load();
  }

  /**
   * Draws the standard pictures of templates at 1x as PNG on the calling thread. A picture that
   * cannot be drawn is logged and left out. Others are drawn when a template is first used.
   */
  public void warm(List<Template> templates) {
    templates.forEach(standardPictures::warm);
  }

  /** Returns how many pictures were drawn for requests since the start, failed ones included. */
  public long renders() {
    return flights.renders();
  }

  /**
   * Accepts no more drawings and finishes those that are queued. Returns when they are finished or
   * the time is over.
   *
   * @param timeout how long to wait at most
   * @throws InterruptedException where the calling thread is interrupted while it waits
   */
  public void drain(Duration timeout) throws InterruptedException {
    executor.drain(timeout);
  }

  /** Accepts no more drawings, drops queued ones and interrupts running ones. */
  @Override
  public void close() {
    executor.close();
  }

  /** An exception's type and origin: its message may hold a recipient's data. */
  static String kind(Throwable failed) {
    StackTraceElement[] trace = failed.getStackTrace();
    return failed.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
