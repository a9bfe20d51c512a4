package dev.nameplate.asset;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A least-recently-used cache that is bounded by the weight of its values. Safe for threads.
 *
 * @param <K> keys, compared by {@code equals}
 * @param <V> values, whose weight must not change
 */
public final class WeightedLruCache<K, V> {
  private final long maxBytes;
  private final int least;
  private final ToLongFunction<V> weigher;
  private final LinkedHashMap<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * Keeps no value that weighs more than the cache may.
   *
   * @param maxBytes the most weight of all values together, 0 or more
   * @param weigher the weight of a value, usually in bytes, 0 or more
   */
  public WeightedLruCache(long maxBytes, ToLongFunction<V> weigher) {
    this(maxBytes, 0, weigher);
  }

  /**
   * @param maxBytes the most weight of all values together, 0 or more
   * @param least how many of the most recently used are kept whatever they weigh, 0 or more
   * @param weigher the weight of a value, usually in bytes, 0 or more
   */
  public WeightedLruCache(long maxBytes, int least, ToLongFunction<V> weigher) {
    this.maxBytes = maxBytes;
    this.least = least;
    this.weigher = weigher;
  }

  /** Returns the value of a key, which becomes the most recently used; empty if there is none. */
  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  /**
   * Adds or replaces a value, then evicts the least recently used ones until the limit is kept or
   * only the minimum number of values is left.
   *
   * <p>If the value alone weighs more than the limit and the minimum is 0, nothing changes: an
   * earlier value of the key stays.
   */
  public synchronized void put(K key, V value) {
    long weight = weigher.applyAsLong(value);
    if (weight > maxBytes && least == 0) {
      return;
    }
    V before = entries.put(key, value);
    bytes += weight - (before == null ? 0 : weigher.applyAsLong(before));
    evict(maxBytes, least);
  }

  /**
   * Evicts the least recently used values until a value of a weight would fit, without regard to
   * the minimum number of values.
   *
   * @param weight in the unit of the weigher, usually bytes; if it is above the limit, everything
   *     is evicted
   */
  public synchronized void evictFor(long weight) {
    evict(maxBytes - weight, 0);
  }

  private void evict(long most, int kept) {
    Iterator<Map.Entry<K, V>> eldest = entries.entrySet().iterator();
    while (bytes > most && entries.size() > kept) {
      bytes -= weigher.applyAsLong(eldest.next().getValue());
      eldest.remove();
    }
  }
}
