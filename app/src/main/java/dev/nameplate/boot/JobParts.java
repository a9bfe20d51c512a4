package dev.nameplate.boot;

import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.JobSettings;
import dev.nameplate.batch.job.JobTools;
import dev.nameplate.batch.job.Jobs;
import dev.nameplate.batch.webhook.Webhooks;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.fetch.WebhookClient;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.store.ResultStore;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.util.DaemonThreads;
import dev.nameplate.util.Lazy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts jobs together, once the work folder is open. */
final class JobParts implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JobParts.class);
  private static final int SWEEP_SECONDS = 60;
  private static final int WEBHOOK_SECONDS = 1;

  private final Lazy<Optional<Jobs>> jobs;
  private final Lazy<JobTools> tools;
  private final Lazy<Optional<Webhooks>> webhooks;
  private final Lazy<WebhookClient> calls;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("job-sweep"));
  private boolean closed;

  /**
   * @param fleet has the jobs that all nodes work on
   * @param listener is told each change of a job
   * @param calls calls webhooks
   */
  JobParts(
      Lazy<WorkFolder> work,
      FleetParts fleet,
      Lazy<JobTools> tools,
      JobSettings settings,
      InstantSource clock,
      Consumer<Job> listener,
      Lazy<WebhookClient> calls) {
    this.tools = tools;
    this.calls = calls;
    this.webhooks =
        new Lazy<>(
            () ->
                get()
                    .map(
                        opened ->
                            new Webhooks(
                                opened,
                                (url, headers, body) -> calls.get().post(url, headers, body),
                                clock)));
    this.jobs =
        new Lazy<>(
            () ->
                work.get().isUsable()
                    ? Optional.of(made(work.get(), fleet, settings, clock, listener))
                    : Optional.empty());
  }

  private Jobs made(
      WorkFolder work,
      FleetParts fleet,
      JobSettings settings,
      InstantSource clock,
      Consumer<Job> listener) {
    Jobs made =
        fleet
            .jobs(work, tools.get(), settings, clock)
            .map(place -> new Jobs(work, tools.get(), settings, clock, place))
            .orElseGet(() -> new Jobs(work, tools.get(), settings, clock));
    made.listen(listener);
    return made;
  }

  /** The jobs; empty where the work folder cannot be used. Opens it, which does file I/O. */
  Optional<Jobs> get() {
    return jobs.get();
  }

  /** The webhooks of the jobs; empty where there are no jobs. */
  Optional<Webhooks> webhooks() {
    return webhooks.get();
  }

  /** A failure is not to end the calls that follow. */
  private void call() {
    try {
      webhooks()
          .ifPresent(
              hooks -> {
                var unused = hooks.run();
              });
    } catch (RuntimeException bug) {
      log.error("webhooks could not be called: {}", bug.getClass().getName());
    }
  }

  /** What jobs are worked on with. */
  JobTools tools() {
    return tools.get();
  }

  /** Begins to work on jobs and to delete old ones; does nothing once this is closed. */
  void start() {
    get().ifPresent(this::start);
  }

  private synchronized void start(Jobs opened) {
    if (closed) {
      opened.close();
      return;
    }
    opened.start();
    var sweeps = sweeper.scheduleWithFixedDelay(opened::sweep, 0, SWEEP_SECONDS, TimeUnit.SECONDS);
    var calling = sweeper.scheduleWithFixedDelay(this::call, 1, WEBHOOK_SECONDS, TimeUnit.SECONDS);
    log.debug("jobs run: {}, {}", sweeps, calling);
  }

  /** The pictures that jobs have drawn ahead of requests; none before the start. */
  ResultStore prerendered() {
    return new ResultStore() {
      @Override
      public CompletionStage<Optional<EncodedPicture>> get(RenderKey key) {
        return jobs.ifComputed()
            .flatMap(opened -> opened)
            .map(opened -> opened.prerendered().get(key))
            .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
      }

      @Override
      public void put(RenderKey key, EncodedPicture picture, Duration keep) {
        jobs.ifComputed()
            .flatMap(opened -> opened)
            .ifPresent(opened -> opened.prerendered().put(key, picture, keep));
      }
    };
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    sweeper.shutdownNow();
    calls.ifComputed().ifPresent(WebhookClient::close);
    jobs.ifComputed().flatMap(opened -> opened).ifPresent(Jobs::close);
  }
}
