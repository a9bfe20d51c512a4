package dev.nameplate.util;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks one at a time, in the order of submission, each as one task of another executor, which
 * may run other tasks between two of them. Safe for many threads.
 */
public final class SerialExecutor implements Executor {
  private final Executor target;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  /**
   * @param target runs the tasks; when it rejects one, all waiting tasks are dropped
   */
  public SerialExecutor(Executor target) {
    this.target = target;
  }

  /**
   * Runs a task after all tasks submitted before it. Returns at once, unless the target runs tasks
   * on the calling thread.
   *
   * @throws RejectedExecutionException if the target rejects the task
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
      // There is no caller to report this to: the waiting tasks are dropped.
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
