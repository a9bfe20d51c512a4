package dev.nameplate.template.library;

import dev.nameplate.util.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for changed templates at intervals. Unlike {@code WatchService}, this works on network file
 * systems too.
 */
public final class TemplateWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TemplateWatch.class);

  private final ScheduledExecutorService timer;

  /**
   * Starts a daemon thread that looks for changes, the first time after one pause.
   *
   * @param library is refreshed
   * @param pause between two looks, at least 1 ms; fractions of a millisecond are dropped
   * @param changed run after each change, on that thread; what it throws is logged
   * @throws IllegalArgumentException where the pause is shorter than 1 ms
   */
  public TemplateWatch(TemplateLibrary library, Duration pause, Runnable changed) {
    this.timer = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("template-watch"));
    var unused =
        timer.scheduleWithFixedDelay(
            () -> look(library, changed),
            pause.toMillis(),
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /**
   * Refreshes the library. Never throws, since a scheduled executor drops a task that threw; after
   * an {@code Error} the next look tries again.
   */
  private static void look(TemplateLibrary library, Runnable changed) {
    try {
      long before = library.generation();
      library.refresh();
      if (library.generation() != before) {
        log.info("templates changed: {} can be used", library.all().size());
        changed.run();
      }
    } catch (RuntimeException failed) {
      log.warn("looking for changed templates failed: {}", failed.toString());
    } catch (Throwable error) {
      log.error("looking for changed templates failed and goes on: {}", error.toString());
    }
  }

  /** Stops looking; a look that is running is interrupted. */
  @Override
  public void close() {
    timer.shutdownNow();
  }
}
