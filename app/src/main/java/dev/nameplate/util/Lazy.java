package dev.nameplate.util;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made once, by whoever asks first: one who needs it, or a thread that reads ahead.
 * Whoever asks meanwhile waits for it. Where making it throws, the next one to ask tries again.
 */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T value;

  /**
   * @param maker must not need the value itself
   */
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T made = value;
    return made == null ? made() : made;
  }

  /** The value, where somebody asked already. */
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
