package dev.nameplate.bench;

import java.util.Iterator;
import java.util.List;

/** A list walked round and round. */
public final class Circle<T> implements Iterator<T> {
  private final List<T> items;
  private int next;

  /**
   * @param items at least one
   */
  public Circle(List<T> items) {
    this.items = List.copyOf(items);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public T next() {
    T item = items.get(next);
    next = next + 1 == items.size() ? 0 : next + 1;
    return item;
  }
}
