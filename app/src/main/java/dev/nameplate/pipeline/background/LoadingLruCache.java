package dev.nameplate.pipeline.background;

import dev.nameplate.asset.WeightedLruCache;
import dev.nameplate.util.SingleFlight;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * A cache of values that are slow to make, limited by their bytes. The least recently used ones are
 * evicted first; the newest stays whatever its weight. Each value is made once for all callers that
 * request it at the same time. Safe for many threads.
 */
final class LoadingLruCache<K, V> {
  private final WeightedLruCache<K, V> entries;
  private final SingleFlight<K, V> flights = new SingleFlight<>();

  /**
   * @param weigher the weight of a value in bytes
   */
  LoadingLruCache(long maxBytes, ToLongFunction<V> weigher) {
    this.entries = new WeightedLruCache<>(maxBytes, 1, weigher);
  }

  /** Caches a value in place of an earlier one. */
  void put(K key, V value) {
    entries.put(key, value);
  }

  /**
   * The cached value, or else a new one.
   *
   * @param expected bytes of a new value, for which others are evicted before it is made
   * @param maker makes the value; if it throws, all callers that wait for it get that exception
   */
  V get(K key, long expected, Supplier<V> maker) {
    return find(key).orElseGet(() -> make(key, expected, maker));
  }

  /** The cached value, or empty. */
  Optional<V> find(K key) {
    return entries.get(key);
  }

  private V make(K key, long expected, Supplier<V> maker) {
    try {
      return flights
          .run(key, () -> CompletableFuture.completedFuture(made(key, expected, maker)))
          .join();
    } catch (CompletionException failed) {
      throw unwrapped(failed);
    }
  }

  /** Looks again, since another thread may have made it meanwhile. */
  private V made(K key, long expected, Supplier<V> maker) {
    return find(key)
        .orElseGet(
            () -> {
              entries.evictFor(expected);
              V made = maker.get();
              entries.put(key, made);
              return made;
            });
  }

  private static RuntimeException unwrapped(CompletionException failed) {
    if (failed.getCause() instanceof Error error) {
      throw error;
    }
    return failed.getCause() instanceof RuntimeException cause ? cause : failed;
  }
}
