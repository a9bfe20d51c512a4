package dev.nameplate.serve;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Threads for drawing, with two lanes. In the interactive one somebody waits for each task; the
 * background lane takes what is left.
 *
 * <p>Interactive tasks run on as many threads as there are permits and never wait for a background
 * task. A background task starts while nothing interactive waits and fewer tasks run, of both lanes
 * together, than there are permits; at most one fewer than there are permits run at a time, and one
 * at least. So with a single permit it starts only while nothing else runs. Whether it may start is
 * judged whenever a task comes or ends. A task that has started is not interrupted: background work
 * comes in pieces.
 *
 * <p>With more than one permit, background work is never put off for ever: after every {@value
 * #PASSED_OVER} interactive tasks that ended while it waited, one background task starts if none
 * runs.
 *
 * <p>A permit is free once the work is done, not when somebody stops to wait for it.
 */
public final class RenderExecutor implements AutoCloseable {
  private static final int PASSED_OVER = 64;
  private static final int IDLE_SECONDS = 30;

  private final int permits;
  private final int backgroundPermits;
  private final int queue;
  private final AtomicInteger active = new AtomicInteger();
  private final ThreadPoolExecutor interactive;
  private final ThreadPoolExecutor background;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private volatile boolean anyWaiting;
  private int backgroundActive;
  private int passedOver;
  private boolean closed;

  /**
   * @param permits how many interactive tasks run at a time; at least 1
   * @param queue how many tasks may wait, in each lane; at least 1
   */
  public RenderExecutor(int permits, int queue) {
    this.permits = permits;
    this.backgroundPermits = Math.max(1, permits - 1);
    this.queue = queue;
    this.interactive = new InteractivePool(permits, queue);
    this.background =
        new ThreadPoolExecutor(
            backgroundPermits,
            backgroundPermits,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> daemon(task, "background"));
    background.allowCoreThreadTimeOut(true);
  }

  /**
   * Does work that somebody waits for, in the order in which it came.
   *
   * @return fails with what the work throws, and with {@link RejectedExecutionException} at once
   *     where as many tasks wait as may
   */
  public <T> CompletableFuture<T> interactive(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      interactive.execute(() -> complete(result, work));
    } catch (RejectedExecutionException full) {
      result.completeExceptionally(full);
    }
    return result;
  }

  /**
   * Does work that nobody waits for, in the order in which it came, as far as interactive work
   * leaves permits.
   *
   * @return fails with what the work throws, and with {@link RejectedExecutionException} at once
   *     where as many tasks wait as may
   */
  public <T> CompletableFuture<T> background(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    if (!offer(() -> complete(result, work))) {
      result.completeExceptionally(new FullException());
    }
    return result;
  }

  /**
   * The background lane for tasks without a result. It throws {@link RejectedExecutionException}
   * where as many tasks wait as may; what a task throws is lost.
   */
  public Executor background() {
    return task -> {
      if (!offer(task)) {
        throw new FullException();
      }
    };
  }

  /** How busy the interactive lane is. */
  public RenderLoad load() {
    int queued = interactive.getQueue().size();
    return new RenderLoad(active.get(), permits, queued, queue);
  }

  /**
   * Takes no more work, drops background work that waits, and waits for the rest.
   *
   * @param patience how long at most
   */
  public void drain(Duration patience) throws InterruptedException {
    dropBackground();
    interactive.shutdown();
    boolean unused = interactive.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Takes no more work, drops what waits and interrupts what runs. */
  @Override
  public void close() {
    dropBackground();
    interactive.shutdownNow();
    background.shutdownNow();
  }

  private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
    try {
      result.complete(work.get());
    } catch (Throwable failed) {
      result.completeExceptionally(failed);
    }
  }

  private boolean offer(Runnable task) {
    synchronized (waiting) {
      if (closed || waiting.size() >= queue) {
        return false;
      }
      waiting.add(task);
      anyWaiting = true;
      startBackground();
    }
    return true;
  }

  private void dropBackground() {
    synchronized (waiting) {
      closed = true;
      waiting.clear();
      anyWaiting = false;
    }
  }

  private void interactiveEnded() {
    active.decrementAndGet();
    if (anyWaiting) {
      synchronized (waiting) {
        passedOver++;
        startBackground();
      }
    }
  }

  private void backgroundEnded() {
    synchronized (waiting) {
      backgroundActive--;
      startBackground();
    }
  }

  /** Starts as many background tasks as may run now. The lock on {@link #waiting} is held. */
  private void startBackground() {
    while (!waiting.isEmpty() && (isLeftOver() || isOverdue())) {
      Runnable task = waiting.remove();
      anyWaiting = !waiting.isEmpty();
      backgroundActive++;
      passedOver = 0;
      background.execute(
          () -> {
            try {
              task.run();
            } finally {
              backgroundEnded();
            }
          });
    }
  }

  private boolean isLeftOver() {
    return backgroundActive < backgroundPermits
        && active.get() + backgroundActive < permits
        && interactive.getQueue().isEmpty();
  }

  private boolean isOverdue() {
    return permits > 1 && backgroundActive == 0 && passedOver >= PASSED_OVER;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Counts what runs, and looks for background work when a task has ended. */
  private final class InteractivePool extends ThreadPoolExecutor {
    InteractivePool(int permits, int queue) {
      super(
          permits,
          permits,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(queue),
          numbered(),
          (task, full) -> {
            throw new FullException();
          });
    }

    private static ThreadFactory numbered() {
      AtomicInteger number = new AtomicInteger();
      return task -> daemon(task, "render-" + number.incrementAndGet());
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
      active.incrementAndGet();
    }

    @Override
    protected void afterExecute(Runnable task, Throwable thrown) {
      interactiveEnded();
    }
  }

  /**
   * Too many wait already. It comes by the thousand a second just where there is no time, so it
   * takes no note of where it was thrown.
   */
  private static final class FullException extends RejectedExecutionException {
    private static final long serialVersionUID = 1;

    FullException() {
      super("as many tasks wait as may");
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // It changes nothing.
    public Throwable fillInStackTrace() {
      return this;
    }
  }
}
