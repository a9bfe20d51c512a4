package dev.nameplate.util;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made once, on the first call of {@link #get}; concurrent callers wait for it.
 * Where making it throws, the next caller tries again. Safe for many threads.
 */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T value;

  /**
   * @param maker makes the value, never null; must not call {@link #get} itself
   */
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Returns the value, made where it is not yet; throws what the maker throws. */
  @Override
  public T get() {
    T made = value;
    return made == null ? made() : made;
  }

  /** Returns the value if it has been made; does not make it. */
  public Optional<T> ifMade() {
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
