package dev.nameplate.util;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks one at a time, in the order in which they came, each as one task of another executor.
 * Between two of them that executor may run what it likes.
 */
public final class SerialExecutor implements Executor {
  private final Executor target;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  /**
   * @param target where the tasks run; once it takes no more, what waits is dropped
   */
  public SerialExecutor(Executor target) {
    this.target = target;
  }

  /**
   * Runs a task after those that came before it.
   *
   * @throws RejectedExecutionException where the target takes no task now
   */
  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      waiting.add(task);
      if (running) {
        return;
      }
      running = true;
    }
    submit();
  }

  private void submit() {
    try {
      target.execute(this::runOne);
    } catch (RejectedExecutionException full) {
      stop();
      throw full;
    }
  }

  private synchronized void stop() {
    waiting.clear();
    running = false;
  }

  private void runOne() {
    try {
      next().run();
    } finally {
      if (hasMore()) {
        submitRest();
      }
    }
  }

  private void submitRest() {
    try {
      submit();
    } catch (RejectedExecutionException closed) {
      // Nobody called: what waited is dropped.
    }
  }

  private synchronized Runnable next() {
    return waiting.remove();
  }

  private synchronized boolean hasMore() {
    running = !waiting.isEmpty();
    return running;
  }
}
