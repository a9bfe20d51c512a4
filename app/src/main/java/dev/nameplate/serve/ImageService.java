package dev.nameplate.serve;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.Format;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.merge.RawQuery;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
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

  private final Drawing drawing;
  private final FaultPainter plain;
  private final ServeSettings settings;
  private final ImageCache cache;
  private final Renders renders;
  private final StandardPictures standards;
  private final LongAdder drawn = new LongAdder();

  public ImageService(Drawing drawing, FaultPainter plain, ServeSettings settings) {
    this.drawing = drawing;
    this.plain = plain;
    this.settings = settings;
    this.cache = new ImageCache(settings.cacheBytes());
    this.renders = new Renders(settings.permits(), settings.queue());
    this.standards = new StandardPictures(drawing);
  }

  /** The answer to a request; never throws. */
  public Outcome answer(ImageRequest request) {
    long start = System.nanoTime();
    Optional<MergedFields> fields = Optional.empty();
    try {
      fields = Optional.of(drawing.merge(request.template(), request.query()));
      return answer(request, fields.get(), start);
    } catch (RuntimeException failed) {
      log.error("{}: no picture for a request: {}", request.template().id(), kind(failed));
      return degraded(request, fields, Outcome.Reason.ERROR, Outcome.Timing.ofKey(start));
    }
  }

  private Outcome answer(ImageRequest request, MergedFields fields, long start) {
    RenderKey key = drawing.key(request.template(), fields, request.scale(), request.format());
    if (request.holds().test(key.etag())) {
      return new Outcome.NotModified(key.etag(), fields, Outcome.Timing.ofKey(start));
    }
    Optional<EncodedPicture> cached = cache.get(key);
    Outcome.Timing timing = Outcome.Timing.ofKey(start);
    return cached.isPresent()
        ? new Outcome.Picture(cached.get(), key.etag(), fields, true, timing)
        : fresh(request, fields, key, timing);
  }

  private Outcome fresh(
      ImageRequest request, MergedFields fields, RenderKey key, Outcome.Timing timing) {
    Optional<MergedFields> known = Optional.of(fields);
    try {
      CompletableFuture<DrawnPicture> flight =
          renders.picture(key, () -> draw(request, fields, key));
      DrawnPicture picture = flight.get(settings.deadline().toNanos(), TimeUnit.NANOSECONDS);
      Outcome.Timing whole = timing.drawn(picture);
      return picture.failures().isEmpty()
          ? new Outcome.Picture(picture.file(), key.etag(), fields, false, whole)
          : new Outcome.Degraded(picture.file(), known, Outcome.Reason.LAYER, whole);
    } catch (RejectedExecutionException full) {
      return degraded(request, known, Outcome.Reason.OVERLOAD, timing);
    } catch (TimeoutException late) {
      return degraded(request, known, Outcome.Reason.DEADLINE, timing);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      boolean full = cause instanceof RejectedExecutionException;
      if (!full) {
        log.error("{}: drawing failed: {}", request.template().id(), kind(cause));
      }
      Outcome.Reason reason = full ? Outcome.Reason.OVERLOAD : Outcome.Reason.ERROR;
      return degraded(request, known, reason, timing);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return degraded(request, known, Outcome.Reason.DEADLINE, timing);
    }
  }

  private DrawnPicture draw(ImageRequest request, MergedFields fields, RenderKey key) {
    Optional<EncodedPicture> meanwhile = cache.get(key);
    if (meanwhile.isPresent()) {
      return new DrawnPicture(meanwhile.get(), List.of(), Duration.ZERO, Duration.ZERO);
    }
    drawn.increment();
    DrawnPicture picture =
        drawing.picture(request.template(), fields, request.scale(), request.format());
    if (picture.failures().isEmpty()) {
      cache.put(key, picture.file());
    }
    return picture;
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
    return new Outcome.Degraded(body, fields, reason, timing);
  }

  /** What would be drawn and why. */
  public Explanation explain(Template template, RawQuery query, Scale scale) {
    return drawing.explain(template, drawing.merge(template, query), scale);
  }

  /** A picture that says what is wrong. */
  public EncodedPicture picture(Fault fault, Format format) {
    return plain.paint(fault.title(), fault.detail(), format);
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
}
