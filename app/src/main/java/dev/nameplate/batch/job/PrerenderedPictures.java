package dev.nameplate.batch.job;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.store.ResultStore;
import dev.nameplate.template.Format;
import dev.nameplate.util.DaemonThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures of jobs that were drawn ahead of requests, sealed in the work folder until their job
 * is deleted. A key that no job has drawn is known from memory; only a picture that is there takes
 * a read, on a thread of its own.
 */
final class PrerenderedPictures implements ResultStore, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PrerenderedPictures.class);

  private final Function<JobSpec, JobFolder> folders;
  private final Map<String, Opened> jobs = new ConcurrentHashMap<>();
  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(DaemonThreads.named("prerendered"));

  PrerenderedPictures(Function<JobSpec, JobFolder> folders) {
    this.folders = folders;
  }

  /**
   * @param own whether it was opened here, and is closed here
   */
  private record Opened(JobPictures pictures, Format format, boolean own) {}

  /** Finds what a job draws as soon as it is drawn. */
  void drawing(JobSpec spec, JobPictures pictures) {
    if (spec.mode() == JobMode.PRERENDER) {
      replace(spec.id(), new Opened(pictures, format(spec), false));
    }
  }

  private static Format format(JobSpec spec) {
    return Format.ofEnding(spec.options().format()).orElse(Format.PNG);
  }

  private void replace(String id, Opened now) {
    Opened before = jobs.put(id, now);
    if (before != null) {
      closed(before);
    }
  }

  /** Opens the pictures of a job that is complete. */
  void changed(Job job) {
    if (job.spec().mode() == JobMode.PRERENDER
        && job.status() == JobStatus.COMPLETED
        && !disk.isShutdown()) {
      disk.execute(() -> open(job.spec()));
    }
  }

  private void open(JobSpec spec) {
    try {
      replace(spec.id(), new Opened(folders.apply(spec).readPictures(), format(spec), true));
    } catch (IOException | RuntimeException unreadable) {
      log.warn("job {}: its pictures cannot be read", spec.id());
    }
  }

  /** Forgets the pictures of a job. */
  void forget(String id) {
    Opened before = jobs.remove(id);
    if (before != null) {
      closed(before);
    }
  }

  private static void closed(Opened opened) {
    try {
      if (opened.own()) {
        opened.pictures().close();
      }
    } catch (IOException gone) {
      log.debug("a file was closed already");
    }
  }

  @Override
  public CompletionStage<Optional<EncodedPicture>> get(RenderKey key) {
    return jobs.values().stream().anyMatch(job -> job.pictures().find(key).isPresent())
        ? CompletableFuture.supplyAsync(() -> read(key), disk)
        : CompletableFuture.completedFuture(Optional.empty());
  }

  /** Looks again, since the pictures of a job that has ended meanwhile were opened anew. */
  private Optional<EncodedPicture> read(RenderKey key) {
    return jobs.values().stream()
        .flatMap(job -> job.pictures().find(key).flatMap(kept -> read(job, kept)).stream())
        .findFirst();
  }

  private static Optional<EncodedPicture> read(Opened job, RowPictures.Kept kept) {
    try {
      byte[] file = job.pictures().file(kept.offset());
      return Optional.of(new EncodedPicture(job.format(), List.of(file)));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Ignored: only jobs add pictures. */
  @Override
  public void put(RenderKey key, EncodedPicture picture, Duration keep) {
    log.trace("a picture of a request is not added");
  }

  @Override
  public void close() {
    disk.shutdownNow();
    jobs.values().forEach(PrerenderedPictures::closed);
  }
}
