package dev.nameplate.asset;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Keeps what was used last, as long as it fits a number of bytes. Safe for many threads. */
public final class WeightedLruCache<K, V> {
  private final long maxBytes;
  private final int least;
  private final ToLongFunction<V> weigher;
  private final LinkedHashMap<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** Keeps nothing that weighs more than all may together. */
  public WeightedLruCache(long maxBytes, ToLongFunction<V> weigher) {
    this(maxBytes, 0, weigher);
  }

  /**
   * @param least how many are kept whatever they weigh
   */
  public WeightedLruCache(long maxBytes, int least, ToLongFunction<V> weigher) {
    this.maxBytes = maxBytes;
    this.least = least;
    this.weigher = weigher;
  }

  /** What was kept under a key. */
  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Keeps a value, in place of an earlier one, and lets go of those used longest ago. */
  public synchronized void put(K key, V value) {
    long weight = weigher.applyAsLong(value);
    if (weight > maxBytes && least == 0) {
      return;
    }
    V before = entries.put(key, value);
    bytes += weight - (before == null ? 0 : weigher.applyAsLong(before));
    trim(maxBytes, least);
  }

  /** Lets go of those used longest ago until a value of a weight would fit. */
  public synchronized void makeRoom(long weight) {
    trim(maxBytes - weight, 0);
  }

  private void trim(long most, int kept) {
    Iterator<Map.Entry<K, V>> eldest = entries.entrySet().iterator();
    while (bytes > most && entries.size() > kept) {
      bytes -= weigher.applyAsLong(eldest.next().getValue());
      eldest.remove();
    }
  }
}
