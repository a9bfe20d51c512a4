package dev.nameplate.http.api;

import dev.nameplate.store.SealedFile;
import dev.nameplate.util.DaemonThreads;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;

/**
 * Where lists are worked on: threads of their own, so that none of those of requests waits for a
 * list, a disk or a reader, and no more lists than can be worked on soon.
 */
public final class ListWork implements AutoCloseable {
  private final ListSettings settings;
  private final LongFunction<Optional<SealedFile>> files;
  private final Semaphore places;
  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(DaemonThreads.named("list-body"));
  private final ExecutorService lookers =
      Executors.newFixedThreadPool(2, DaemonThreads.numbered("list-look"));
  private final ExecutorService workers;

  /**
   * @param files makes a file for so many bytes; empty where there is no space. It may block
   */
  public ListWork(ListSettings settings, LongFunction<Optional<SealedFile>> files) {
    this.settings = settings;
    this.files = files;
    this.places = new Semaphore(2 * settings.atOnce());
    this.workers = Executors.newFixedThreadPool(settings.atOnce(), DaemonThreads.named("list"));
  }

  /** Some work that may fail. */
  interface Task {
    void run() throws Exception;
  }

  /** The longest list, in bytes. */
  long maxBytes() {
    return settings.maxBytes();
  }

  /** Takes a place for a list that is about to come; false where there is none. */
  boolean enter() {
    return places.tryAcquire();
  }

  /** Gives a place back. */
  void leave() {
    places.release();
  }

  /** An empty body, which the caller closes. */
  SpooledBody body() {
    return new SpooledBody(settings.maxBytes(), files);
  }

  /** Runs what writes to the disk and waits for nobody. */
  Executor disk() {
    return disk;
  }

  /** Runs a list; the future fails with what the task throws. */
  CompletableFuture<Void> run(Task task) {
    return on(workers, task);
  }

  /** Runs a short look into the work folder; the future fails with what the task throws. */
  CompletableFuture<Void> look(Task task) {
    return on(lookers, task);
  }

  private static CompletableFuture<Void> on(Executor threads, Task task) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    threads.execute(
        () -> {
          try {
            task.run();
            done.complete(null);
          } catch (Throwable failed) {
            done.completeExceptionally(failed);
          }
        });
    return done;
  }

  @Override
  public void close() {
    disk.shutdownNow();
    lookers.shutdownNow();
    workers.shutdownNow();
  }
}
