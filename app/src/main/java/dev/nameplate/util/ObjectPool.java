package dev.nameplate.util;

import java.lang.ref.SoftReference;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A pool of objects that are costly to make and serve one thread at a time. It holds as many idle
 * ones as there are processors, by soft references, and never blocks. Safe for many threads.
 */
public final class ObjectPool<T> {
  private final ArrayBlockingQueue<SoftReference<T>> idle =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());
  private final Supplier<T> maker;

  /**
   * @param maker makes an object where none is idle
   */
  public ObjectPool(Supplier<T> maker) {
    this.maker = maker;
  }

  /**
   * Runs work with an object and returns its result; where the work throws, the object is dropped.
   */
  public <R> R with(Function<T, R> work) {
    T tool = lend();
    R result = work.apply(tool);
    giveBack(tool);
    return result;
  }

  /** Returns an idle or new object, for the caller alone until {@link #giveBack}. */
  public T lend() {
    SoftReference<T> reference = idle.poll();
    T tool = reference == null ? null : reference.get();
    return tool == null ? maker.get() : tool;
  }

  /** Returns an object to the pool; it is dropped where enough are idle. */
  public void giveBack(T tool) {
    boolean unused = idle.offer(new SoftReference<>(tool));
  }
}
