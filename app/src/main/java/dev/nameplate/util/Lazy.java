package dev.nameplate.util;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed once, on the first call of {@link #get}. Safe for many threads: callers
 * that arrive during the computation wait for its result. If the computation throws, the caller
 * gets that exception and the next call tries again.
 *
 * @param <T> type of the value
 */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T value;

  /**
   * @param maker computes the value and never returns null; must not call {@link #get} of this
   *     object
   */
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Returns one whose value is computed already. */
  public static <T> Lazy<T> computed(T value) {
    Lazy<T> lazy = new Lazy<>(() -> value);
    lazy.value = value;
    return lazy;
  }

  /**
   * The value, computed on this thread if that has not happened yet.
   *
   * @throws RuntimeException whatever the computation throws
   */
  @Override
  public T get() {
    T made = value;
    return made == null ? made() : made;
  }

  /** The value if it has been computed, else empty. Never computes it and never waits. */
  public Optional<T> ifComputed() {
    return Optional.ofNullable(value);
  }

  private synchronized T made() {
    T made = value;
    if (made == null) {
      made = maker.get();
      value = made;
    }
    return made;
  }
}
