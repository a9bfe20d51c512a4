package dev.nameplate.encode;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tools that are dear to make and serve one thread at a time. Keeps as many idle ones as there are
 * processors and never makes a caller wait.
 */
final class Pool<T> {
  private final ArrayBlockingQueue<T> idle =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());
  private final Supplier<T> maker;

  Pool(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Does work with a tool of its own; one that failed at it is not used again. */
  <R> R with(Function<T, R> work) {
    T kept = idle.poll();
    T tool = kept == null ? maker.get() : kept;
    R result = work.apply(tool);
    boolean unused = idle.offer(tool);
    return result;
  }
}
