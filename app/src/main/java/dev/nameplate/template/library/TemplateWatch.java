package dev.nameplate.template.library;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for changed templates now and then, which works on every file system. */
public final class TemplateWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TemplateWatch.class);

  private final ScheduledExecutorService timer;

  /**
   * Starts to watch.
   *
   * @param changed run after each change, on the watch's own thread
   */
  public TemplateWatch(TemplateLibrary library, Duration pause, Runnable changed) {
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "template-watch");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        timer.scheduleWithFixedDelay(
            () -> look(library, changed),
            pause.toMillis(),
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /**
   * Never throws: a timer does not run a task again that threw. What an Error kept from being read
   * is tried again at the next look.
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

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
