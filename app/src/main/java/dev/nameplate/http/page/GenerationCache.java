package dev.nameplate.http.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Keeps what is made of the templates' files until one of them changes, so that a request costs no
 * reading of files. Safe for many threads; two that ask at the same time may both make a value.
 *
 * @param <K> of few values, none of them a client's
 */
final class GenerationCache<K, V> {
  private final LongSupplier generation;
  private final Function<K, V> maker;
  private volatile Values<K, V> values = new Values<>(-1, Map.of());

  /** The values of one generation. */
  private record Values<K, V>(long generation, Map<K, V> byKey) {}

  /**
   * @param generation rises with every change of the files
   * @param maker makes a value of the files as they are
   */
  GenerationCache(LongSupplier generation, Function<K, V> maker) {
    this.generation = generation;
    this.maker = maker;
  }

  /** The value of a key, made where the files have changed since. */
  V get(K key) {
    long now = generation.getAsLong();
    Values<K, V> known = values;
    if (known.generation() != now) {
      known = new Values<>(now, new ConcurrentHashMap<>());
      values = known;
    }
    return known.byKey().computeIfAbsent(key, maker);
  }
}
