package dev.nameplate.serve;

import dev.nameplate.scene.RenderKey;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Draws pictures on threads of its own, a few at a time and each key once.
 *
 * <p>A deadline ends a request's wait, not the work: the picture is finished and kept for the next
 * one who asks, and its permit is free only then.
 */
final class Renders implements AutoCloseable {
  private final ConcurrentMap<RenderKey, CompletableFuture<RenderResult>> flights =
      new ConcurrentHashMap<>();
  private final ThreadPoolExecutor pool;

  Renders(int permits, int queue) {
    AtomicInteger number = new AtomicInteger();
    this.pool =
        new ThreadPoolExecutor(
            permits,
            permits,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queue),
            task -> {
              Thread thread = new Thread(task, "render-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            },
            (task, full) -> {
              throw new Full();
            });
  }

  /**
   * Too many wait already. It comes by the thousand a second just where there is no time, so it
   * takes no note of where it was thrown.
   */
  private static final class Full extends RejectedExecutionException {
    private static final long serialVersionUID = 1;

    Full() {
      super("as many pictures wait as may");
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // It changes nothing.
    public Throwable fillInStackTrace() {
      return this;
    }
  }

  /**
   * The picture of a key, drawn by the first who asks for it.
   *
   * @throws RejectedExecutionException where too many wait already
   */
  CompletableFuture<RenderResult> picture(RenderKey key, Supplier<RenderResult> work) {
    CompletableFuture<RenderResult> mine = new CompletableFuture<>();
    CompletableFuture<RenderResult> theirs = flights.putIfAbsent(key, mine);
    if (theirs != null) {
      return theirs;
    }
    try {
      pool.execute(() -> run(key, mine, work));
    } catch (RejectedExecutionException full) {
      flights.remove(key, mine);
      mine.completeExceptionally(full);
      throw full;
    }
    return mine;
  }

  /** Whether a picture is being drawn, or waits for it. */
  boolean isUnderWay(RenderKey key) {
    return flights.containsKey(key);
  }

  /**
   * Does other work of the same weight, in its turn.
   *
   * @throws RejectedExecutionException where too many wait already
   */
  <T> CompletableFuture<T> work(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, pool);
  }

  /** How busy it is. */
  RenderLoad load() {
    int queued = pool.getQueue().size();
    return new RenderLoad(
        pool.getActiveCount(),
        pool.getMaximumPoolSize(),
        queued,
        queued + pool.getQueue().remainingCapacity());
  }

  private void run(
      RenderKey key, CompletableFuture<RenderResult> flight, Supplier<RenderResult> work) {
    try {
      RenderResult picture = work.get();
      flights.remove(key, flight);
      flight.complete(picture);
    } catch (Throwable failed) {
      flights.remove(key, flight);
      flight.completeExceptionally(failed);
    }
  }

  /** Takes no more work and waits for what is under way. */
  void drain(Duration patience) throws InterruptedException {
    pool.shutdown();
    boolean unused = pool.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
