package dev.nameplate.batch.job;

import dev.nameplate.batch.ChunkRows.Remark;
import dev.nameplate.batch.ChunkRows.Row;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.serve.RenderExecutor;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Draws the pictures of rows at best effort, in the background lane, each different one once. For
 * one thread.
 */
public final class RowPictures {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LOOK_MILLIS = 100;
  private static final int BUSY_MILLIS = 50;

  private final PictureRenderer renderer;
  private final RenderExecutor executor;
  private final Keeper pictures;
  private final Template template;
  private final Scale scale;
  private final Format format;
  private final Instant now;
  private final Map<RenderKey, CompletableFuture<Drawn>> flights = new ConcurrentHashMap<>();

  /**
   * A picture that is there.
   *
   * @param offset by which it is read
   * @param length of the file in bytes
   */
  public record Kept(long offset, int length) {}

  /** Keeps the pictures of a job. Safe for several threads. */
  public interface Keeper {
    /** Returns the picture of a key; empty where it was not drawn. */
    Optional<Kept> find(RenderKey key);

    /**
     * Adds a picture that others with its key share.
     *
     * @throws IOException where the disk takes no more; it is not there then
     */
    Kept keep(RenderKey key, byte[] file) throws IOException;

    /**
     * Adds a picture that is that of one row alone.
     *
     * @throws IOException where the disk takes no more; it is not there then
     */
    Kept keep(byte[] file) throws IOException;
  }

  /**
   * @param pictures of the job, to which the drawn ones are added
   * @param template as the job began with it
   */
  public RowPictures(JobTools tools, Keeper pictures, Template template, JobSpec spec) {
    this.renderer = tools.renderer();
    this.executor = tools.executor();
    this.pictures = pictures;
    this.template = template;
    this.scale = spec.options().scale();
    this.format = Format.ofEnding(spec.options().format()).orElse(Format.PNG);
    this.now = spec.created();
  }

  /**
   * What became of a row's picture.
   *
   * @param kept where it is; empty where it could not be drawn
   * @param remark what there is to say of it
   */
  public record Drawn(Optional<Kept> kept, Optional<Remark> remark) {
    static Drawn failed(String note) {
      return new Drawn(Optional.empty(), Optional.of(new Remark(true, note)));
    }
  }

  /**
   * Begins to draw the pictures of rows that have a URL.
   *
   * @param stopped asked before each picture
   * @return the pictures to come, by the numbers of their rows
   */
  public Map<Long, CompletableFuture<Drawn>> begin(List<Row> rows, BooleanSupplier stopped) {
    Map<Long, CompletableFuture<Drawn>> drawing = new TreeMap<>();
    for (Row row : rows) {
      if (row.hasUrl()) {
        drawing.put(row.number(), start(row.result().orElseThrow().fields(), stopped));
      }
    }
    return drawing;
  }

  /**
   * Waits for pictures.
   *
   * @param drawing as {@link #begin} returned it
   * @param stopped asked again and again while it waits
   * @return the pictures by the numbers of their rows; empty where it was stopped
   * @throws IOException where the disk takes no more
   */
  public static Optional<Map<Long, Drawn>> awaited(
      Map<Long, CompletableFuture<Drawn>> drawing, BooleanSupplier stopped) throws IOException {
    Map<Long, Drawn> drawn = new TreeMap<>();
    for (Map.Entry<Long, CompletableFuture<Drawn>> each : drawing.entrySet()) {
      Optional<Drawn> picture = awaited(each.getValue(), stopped);
      if (picture.isEmpty()) {
        return Optional.empty();
      }
      drawn.put(each.getKey(), picture.get());
    }
    return Optional.of(drawn);
  }

  private static Optional<Drawn> awaited(CompletableFuture<Drawn> picture, BooleanSupplier stopped)
      throws IOException {
    while (!stopped.getAsBoolean()) {
      try {
        return Optional.of(picture.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException notYet) {
        // It is asked again whether the job was stopped.
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof UncheckedIOException full) {
          throw full.getCause();
        }
        return Optional.of(Drawn.failed("the picture could not be drawn"));
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private CompletableFuture<Drawn> start(MergedFields fields, BooleanSupplier stopped) {
    return renderer
        .settle(template, fields, PATIENCE)
        .thenCompose(settled -> flight(settled, stopped));
  }

  private CompletableFuture<Drawn> flight(MergedFields fields, BooleanSupplier stopped) {
    ClockState clock =
        template.isLive() ? renderer.clockState(template, fields, format, now) : ClockState.NONE;
    RenderKey key = renderer.key(template, fields, scale, format, clock);
    CompletableFuture<Drawn> mine = new CompletableFuture<>();
    CompletableFuture<Drawn> other = flights.putIfAbsent(key, mine);
    if (other != null) {
      return other;
    }
    var unused = mine.whenComplete((drawn, failed) -> flights.remove(key, mine));
    // A flight leaves the map after its picture is among the kept ones, so they are asked now.
    Optional<Kept> known = pictures.find(key);
    if (known.isPresent()) {
      mine.complete(new Drawn(known, Optional.empty()));
    } else {
      queue(() -> picture(fields, clock, key), mine, stopped);
    }
    return mine;
  }

  private interface Work {
    Drawn draw();
  }

  /** Where the lane is full, it tries again; what runs there is bounded work. */
  private void queue(Work work, CompletableFuture<Drawn> result, BooleanSupplier stopped) {
    var unused =
        executor
            .background(() -> stopped.getAsBoolean() ? Drawn.failed("stopped") : work.draw())
            .whenComplete(
                (drawn, failed) -> {
                  if (failed == null) {
                    result.complete(drawn);
                  } else if (cause(failed) instanceof RejectedExecutionException
                      && !stopped.getAsBoolean()) {
                    CompletableFuture.delayedExecutor(BUSY_MILLIS, TimeUnit.MILLISECONDS)
                        .execute(() -> queue(work, result, stopped));
                  } else {
                    result.completeExceptionally(cause(failed));
                  }
                });
  }

  private static Throwable cause(Throwable failed) {
    Throwable inner = failed.getCause();
    return failed instanceof CompletionException && inner != null ? inner : failed;
  }

  private Drawn picture(MergedFields fields, ClockState clock, RenderKey key) {
    RenderResult result = renderer.bestPicture(template, fields, scale, format, clock);
    if (!result.isComplete()) {
      return Drawn.failed(
          "the picture lacks " + String.join(", ", result.failures()) + ", which cannot be drawn");
    }
    byte[] file = result.file().toByteArray();
    try {
      if (fields.failedFetches().isEmpty()) {
        return new Drawn(Optional.of(pictures.keep(key, file)), Optional.empty());
      }
      return new Drawn(
          Optional.of(pictures.keep(file)),
          Optional.of(new Remark(false, "a photo could not be fetched")));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
