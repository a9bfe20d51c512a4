package dev.nameplate.pipeline.background;

import dev.nameplate.asset.WeightedLruCache;
import dev.nameplate.util.SingleFlight;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What was used last and takes long to make, within a byte budget; the newest stays whatever it
 * weighs.
 */
final class LoadingLruCache<K, V> {
  private final WeightedLruCache<K, V> kept;
  private final SingleFlight<K, V> making = new SingleFlight<>();

  /**
   * @param weigher tells bytes
   */
  LoadingLruCache(long maxBytes, ToLongFunction<V> weigher) {
    this.kept = new WeightedLruCache<>(maxBytes, 1, weigher);
  }

  void keep(K key, V value) {
    kept.put(key, value);
  }

  /**
   * What is there, or what is made now: where several ask at once one makes it, and all fail with
   * it.
   *
   * @param expected bytes that it will take, for which room is made before
   */
  V get(K key, long expected, Supplier<V> maker) {
    return find(key).orElseGet(() -> make(key, expected, maker));
  }

  Optional<V> find(K key) {
    return kept.get(key);
  }

  private V make(K key, long expected, Supplier<V> maker) {
    try {
      return making
          .run(key, () -> CompletableFuture.completedFuture(made(key, expected, maker)))
          .join();
    } catch (CompletionException failed) {
      throw unwrapped(failed);
    }
  }

  /** Looks again: another may have made it since this caller looked. */
  private V made(K key, long expected, Supplier<V> maker) {
    return find(key)
        .orElseGet(
            () -> {
              kept.evictFor(expected);
              V made = maker.get();
              kept.put(key, made);
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
