package dev.nameplate.util;

import java.lang.ref.SoftReference;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tools that are dear to make and serve one thread at a time. Keeps as many idle ones as there are
 * processors, as long as memory lasts, and never makes a caller wait.
 */
public final class ObjectPool<T> {
  private final ArrayBlockingQueue<SoftReference<T>> idle =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());
  private final Supplier<T> maker;

  public ObjectPool(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Does work with a tool of its own; one that failed at it is not used again. */
  public <R> R with(Function<T, R> work) {
    T tool = lend();
    R result = work.apply(tool);
    giveBack(tool);
    return result;
  }

  /** A tool for the caller alone. */
  public T lend() {
    SoftReference<T> kept = idle.poll();
    T tool = kept == null ? null : kept.get();
    return tool == null ? maker.get() : tool;
  }

  /** Ends the use of a tool. */
  public void giveBack(T tool) {
    boolean unused = idle.offer(new SoftReference<>(tool));
  }
}
