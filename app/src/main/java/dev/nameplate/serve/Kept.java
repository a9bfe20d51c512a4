package dev.nameplate.serve;

import dev.nameplate.asset.WeightedLruCache;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What was used last and takes long to make, within a byte budget; the newest stays whatever it
 * weighs.
 */
final class Kept<K, V> {
  private final WeightedLruCache<K, V> kept;
  private final Map<K, CompletableFuture<V>> making = new ConcurrentHashMap<>();

  /**
   * @param weigher tells bytes
   */
  Kept(long maxBytes, ToLongFunction<V> weigher) {
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
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> others = making.putIfAbsent(key, mine);
    if (others != null) {
      return others.join();
    }
    try {
      kept.makeRoom(expected);
      V made = maker.get();
      kept.put(key, made);
      mine.complete(made);
      return made;
    } catch (RuntimeException | Error failed) {
      mine.completeExceptionally(failed);
      throw failed;
    } finally {
      making.remove(key, mine);
    }
  }
}
