package dev.nameplate.asset;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Keeps what was used last, as long as it fits a number of bytes. Safe for many threads. */
public final class ByteBudget<K, V> {
  private final long maxBytes;
  private final ToLongFunction<V> weigher;
  private final LinkedHashMap<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  public ByteBudget(long maxBytes, ToLongFunction<V> weigher) {
    this.maxBytes = maxBytes;
    this.weigher = weigher;
  }

  /** What was kept under a key. */
  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Keeps a value and lets go of those used longest ago until all fits. */
  public synchronized void put(K key, V value) {
    long weight = weigher.applyAsLong(value);
    if (weight > maxBytes || entries.containsKey(key)) {
      return;
    }
    entries.put(key, value);
    bytes += weight;
    Iterator<Map.Entry<K, V>> eldest = entries.entrySet().iterator();
    while (bytes > maxBytes) {
      bytes -= weigher.applyAsLong(eldest.next().getValue());
      eldest.remove();
    }
  }
}
