package dev.nameplate.serve;

import dev.nameplate.util.DaemonThreads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Threads for drawing, with two lanes: interactive tasks, for each of which a request waits, and
 * background tasks, which use the remaining permits.
 *
 * <p>Interactive tasks run on as many threads as there are permits and never wait for a background
 * task. A background task starts only while no interactive task is queued and a permit stays free
 * for the next one: fewer tasks run, in both lanes together, than there are permits without one.
 * With a single permit it starts while nothing else runs. Once {@value #QUIET} background tasks
 * have ended in a row with no interactive one among them, all permits are theirs, until the next
 * interactive task starts. This is checked whenever a task is submitted or ends. A running task is
 * not interrupted.
 *
 * <p>With more than one permit the background lane cannot starve: after every {@value
 * #STARVATION_LIMIT} interactive tasks that end while a background task is queued, one background
 * task starts if none runs.
 *
 * <p>Interactive tasks are refused where the queue is full, or where those that wait already would
 * take longer than is worth waiting, by the mean time that tasks took lately: a picture that comes
 * after its request's deadline is drawn for nobody, and one that could have come in time waits for
 * it. In this mean a task counts as {@value #OUTLIER} medians at most, since the first picture of a
 * background takes a hundred times what others take.
 *
 * <p>A permit is released when its task ends, not when a caller stops waiting. Safe for many
 * threads.
 */
public final class RenderExecutor implements AutoCloseable {
  private static final int STARVATION_LIMIT = 64;

  /** With so many background tasks in a row nobody seems to wait for a picture. */
  private static final int QUIET = 32;

  /** The median is assumed to be a millisecond, and moves by one part in so many at each task. */
  private static final int PART_OF_A_STEP = 16;

  /** The most medians that a task counts for in the mean. */
  private static final int OUTLIER = 4;

  /** How many tasks the mean is about, those before counting less and less. */
  private static final int TASKS_OF_THE_MEAN = 64;

  private static final int IDLE_SECONDS = 30;
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final int permits;
  private final int backgroundPermits;
  private final int capacity;
  private final long longestWait;
  private final LongSupplier clock;
  private final AtomicLong medianNanos = new AtomicLong(TimeUnit.MILLISECONDS.toNanos(1));
  private final AtomicLong meanNanos = new AtomicLong(TimeUnit.MILLISECONDS.toNanos(1));
  private final AtomicInteger active = new AtomicInteger();
  private final AtomicInteger backgroundInARow = new AtomicInteger();
  private final ThreadPoolExecutor interactive;
  private final ThreadPoolExecutor background;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private volatile boolean hasWaiting;
  private int backgroundActive;
  private int interactiveSinceBackground;
  private boolean closed;
  private final LongAdder waits = new LongAdder();
  private final LongAdder waitNanos = new LongAdder();

  /**
   * @param permits how many interactive tasks run at a time; at least 1
   * @param queue how many tasks may wait, in each lane; at least 1
   */
  public RenderExecutor(int permits, int queue) {
    this(permits, queue, Duration.ofNanos(Long.MAX_VALUE), System::nanoTime);
  }

  /**
   * @param permits how many interactive tasks run at a time; at least 1
   * @param queue how many tasks may wait, in each lane; at least 1
   * @param longestWait how long an interactive task may be expected to wait; 0 or more
   * @param clock the time in nanoseconds
   */
  public RenderExecutor(int permits, int queue, Duration longestWait, LongSupplier clock) {
    this.permits = permits;
    this.longestWait = longestWait.toNanos();
    this.clock = clock;
    this.backgroundPermits = Math.max(1, permits - 1);
    this.capacity = queue;
    this.interactive = new InteractivePool(permits, queue);
    this.background =
        new ThreadPoolExecutor(
            permits,
            permits,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            DaemonThreads.named("background"));
    background.allowCoreThreadTimeOut(true);
  }

  /**
   * Queues work that a request waits for; tasks start in the order in which they were submitted.
   *
   * @return completes with the work's result; fails with what the work throws, or at once with
   *     {@link RejectedExecutionException} where the queue is full, the wait would be too long or
   *     the executor is closed
   */
  public <T> CompletableFuture<T> interactive(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    if (expectedWait() > longestWait) {
      result.completeExceptionally(new FullException());
      return result;
    }
    long submitted = clock.getAsLong();
    try {
      interactive.execute(
          () -> {
            long begun = clock.getAsLong();
            waits.increment();
            waitNanos.add(begun - submitted);
            complete(result, work);
            took(clock.getAsLong() - begun);
          });
    } catch (RejectedExecutionException full) {
      result.completeExceptionally(full);
    }
    return result;
  }

  /** In nanoseconds: of those that wait, a task for each permit runs at a time. */
  private double expectedWait() {
    return (double) interactive.getQueue().size() * meanNanos.get() / permits;
  }

  private void took(long nanos) {
    long median = medianNanos.accumulateAndGet(nanos, RenderExecutor::median);
    long unused =
        meanNanos.accumulateAndGet(
            Math.min(nanos, OUTLIER * median),
            (mean, one) -> mean + (one - mean) / TASKS_OF_THE_MEAN);
  }

  private static long median(long median, long one) {
    long step = 1 + median / PART_OF_A_STEP;
    return one > median ? median + step : Math.max(0, median - step);
  }

  /**
   * Queues work that no request waits for; it starts in the order of submission while interactive
   * work leaves permits.
   *
   * @return completes with the work's result; fails with what the work throws, or at once with
   *     {@link RejectedExecutionException} where the queue is full or the executor is closed
   */
  public <T> CompletableFuture<T> background(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    if (!offer(() -> complete(result, work))) {
      result.completeExceptionally(new FullException());
    }
    return result;
  }

  /**
   * Returns the background lane as an executor for tasks without a result. Its {@code execute}
   * throws {@link RejectedExecutionException} where the queue is full or the executor is closed;
   * exceptions of a task are dropped.
   */
  public Executor background() {
    return task -> {
      if (!offer(task)) {
        throw new FullException();
      }
    };
  }

  /**
   * Returns how many interactive tasks run and how many wait at this instant, with their limits.
   */
  public RenderLoad load() {
    int queued = interactive.getQueue().size();
    return new RenderLoad(active.get(), permits, queued, capacity);
  }

  /** Returns how many interactive tasks have started. */
  public long waits() {
    return waits.sum();
  }

  /** Returns how long they have waited in the queue, all together, in seconds. */
  public double waitSeconds() {
    return waitNanos.sum() / 1e9;
  }

  /**
   * Takes no more work, drops background work that waits, and waits for the interactive work.
   * Returns when that is finished or the time is over.
   *
   * @param timeout how long to wait at most, in whole milliseconds
   * @throws InterruptedException where the calling thread is interrupted while it waits
   */
  public void drain(Duration timeout) throws InterruptedException {
    dropBackground();
    interactive.shutdown();
    boolean unused = interactive.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Accepts no more work, drops what is queued, interrupts what runs and waits until that has
   * ended, for five seconds at most, so that nothing writes files any more. Where the calling
   * thread is interrupted it stops waiting and stays interrupted.
   */
  @Override
  public void close() {
    dropBackground();
    interactive.shutdownNow();
    background.shutdownNow();
    try {
      long end = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
      for (ThreadPoolExecutor lane : List.of(interactive, background)) {
        boolean unused = lane.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
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
      if (closed || waiting.size() >= capacity) {
        return false;
      }
      waiting.add(task);
      hasWaiting = true;
      startBackground();
    }
    return true;
  }

  private void dropBackground() {
    synchronized (waiting) {
      closed = true;
      waiting.clear();
      hasWaiting = false;
    }
  }

  private void interactiveEnded() {
    active.decrementAndGet();
    if (hasWaiting) {
      synchronized (waiting) {
        interactiveSinceBackground++;
        startBackground();
      }
    }
  }

  private void backgroundEnded() {
    synchronized (waiting) {
      backgroundActive--;
      backgroundInARow.incrementAndGet();
      startBackground();
    }
  }

  /** Starts as many background tasks as may run now. The lock on {@link #waiting} is held. */
  private void startBackground() {
    while (!waiting.isEmpty() && (hasFreePermit() || isStarved())) {
      Runnable task = waiting.remove();
      hasWaiting = !waiting.isEmpty();
      backgroundActive++;
      interactiveSinceBackground = 0;
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

  private boolean hasFreePermit() {
    int most = backgroundInARow.get() < QUIET ? backgroundPermits : permits;
    return active.get() + backgroundActive < most && interactive.getQueue().isEmpty();
  }

  private boolean isStarved() {
    return permits > 1 && backgroundActive == 0 && interactiveSinceBackground >= STARVATION_LIMIT;
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
          DaemonThreads.numbered("render"),
          (task, full) -> {
            throw new FullException();
          });
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
      active.incrementAndGet();
      backgroundInARow.set(0);
    }

    @Override
    protected void afterExecute(Runnable task, Throwable thrown) {
      interactiveEnded();
    }
  }

  /** The queue is full. It is thrown often and just under load, so it records no stack trace. */
  private static final class FullException extends RejectedExecutionException {
    private static final long serialVersionUID = 1;

    FullException() {
      super("the queue is full");
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // It changes nothing.
    public Throwable fillInStackTrace() {
      return this;
    }
  }
}
