package dev.nameplate.util;

import java.lang.ref.SoftReference;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reuses objects that are costly to create and that only one thread may use at a time. Keeps at
 * most as many idle objects as there are processors, by soft references, so that they are given up
 * before memory runs out. Safe for many threads; never blocks.
 *
 * @param <T> type of the pooled objects
 */
public final class ObjectPool<T> {
  private final ArrayBlockingQueue<SoftReference<T>> idle =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());
  private final Supplier<T> maker;

  /**
   * @param maker creates an object when none is idle; never returns null
   */
  public ObjectPool(Supplier<T> maker) {
    this.maker = maker;
  }

  /**
   * Runs work with an object that no other thread uses meanwhile.
   *
   * @param work must not keep the object
   * @return what the work returns
   * @throws RuntimeException whatever the work throws; the object is then dropped, not reused
   */
  public <R> R with(Function<T, R> work) {
    T object = acquire();
    R result = work.apply(object);
    release(object);
    return result;
  }

  /** An idle or new object, which the caller alone uses until it calls {@link #release}. */
  public T acquire() {
    SoftReference<T> kept = idle.poll();
    T object = kept == null ? null : kept.get();
    return object == null ? maker.get() : object;
  }

  /**
   * Returns an object to the pool, or drops it if the pool is full.
   *
   * @param object from {@link #acquire}; the caller must not use it afterwards
   */
  public void release(T object) {
    boolean unused = idle.offer(new SoftReference<>(object));
  }
}
