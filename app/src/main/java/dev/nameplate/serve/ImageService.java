package dev.nameplate.serve;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.Format;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.RenderKey;
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

  private final InstantSource clock;
  private final PictureRenderer pictureRenderer;
  private final FaultPainter plain;
  private final FaultPictures faults;
  private final ServeSettings settings;
  private final ImageCache cache;
  private final Renders renders;
  private final StandardPictures standards;
  private final LongAdder drawn = new LongAdder();

  /** A service that goes by the machine's clock. */
  public ImageService(PictureRenderer pictureRenderer, FaultPainter plain, ServeSettings settings) {
    this(pictureRenderer, plain, settings, InstantSource.system());
  }

  /**
   * @param clock what pictures that show time go by
   */
  public ImageService(
      PictureRenderer pictureRenderer,
      FaultPainter plain,
      ServeSettings settings,
      InstantSource clock) {
    this.clock = clock;
    this.pictureRenderer = pictureRenderer;
    this.plain = plain;
    this.faults = new FaultPictures(plain);
    this.settings = settings;
    this.cache = new ImageCache(settings.cacheBytes());
    this.renders = new Renders(settings.permits(), settings.queue());
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
    Optional<EncodedPicture> cached = cache.get(key);
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
    if (!renders.isUnderWay(renderJob.key()) && !clientContext.mayDraw().getAsBoolean()) {
      return completedFuture(degraded(renderJob, Outcome.Reason.RATE));
    }
    try {
      return renders
          .picture(renderJob.key(), () -> draw(renderJob))
          .copy()
          .orTimeout(left(clientContext), TimeUnit.NANOSECONDS)
          .handleAsync(
              (picture, failed) ->
                  failed == null ? drawn(renderJob, picture) : failed(renderJob, failed),
              onward);
    } catch (RejectedExecutionException full) {
      return completedFuture(degraded(renderJob, Outcome.Reason.OVERLOAD));
    }
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
    Optional<EncodedPicture> meanwhile = cache.get(renderJob.key());
    if (meanwhile.isPresent()) {
      return RenderResult.known(meanwhile.get());
    }
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
      cache.put(renderJob.key(), picture.file());
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
            .orElseGet(() -> plain.paint(request.template().title(), " ", request.format()));
    return new Outcome.Degraded(body, fields, reason, Optional.empty(), timing);
  }

  /**
   * What would be drawn and why, made in its turn among the drawings; fails where too much waits or
   * the deadline passes.
   */
  public CompletableFuture<Explanation> explain(Template template, RawQuery query, Scale scale) {
    try {
      return pictureRenderer
          .settle(template, pictureRenderer.merge(template, query), settings.patience())
          .thenCompose(fields -> renders.work(() -> explained(template, fields, scale)))
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
