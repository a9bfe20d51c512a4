package dev.nameplate.util;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes daemon threads, which do not keep the process alive. They are named by their task, never by
 * the data that they work on.
 */
public final class DaemonThreads {
  private DaemonThreads() {}

  /** Returns a factory of threads that all have one name, for executors with a single thread. */
  public static ThreadFactory named(String name) {
    return task -> thread(task, name);
  }

  /**
   * Returns a factory of threads named {@code name-1}, {@code name-2} and so on, in the order in
   * which it makes them.
   */
  public static ThreadFactory numbered(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> thread(task, name + "-" + number.incrementAndGet());
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
