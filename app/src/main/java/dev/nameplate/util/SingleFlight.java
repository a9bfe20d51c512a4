package dev.nameplate.util;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Work that is done once for all callers who ask for the same key at the same time.
 *
 * <p>Nothing is kept: once the work has ended, well or badly, the next call starts it again. Each
 * caller has a future of its own, so that a timeout or a cancellation by one reaches neither the
 * work nor the other callers. Safe for many threads; never blocks.
 *
 * @param <K> keys, compared by {@code equals}
 * @param <V> results, shared by all callers of one flight
 */
public final class SingleFlight<K, V> {
  private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

  /**
   * The result of the work under way for a key, or else of this work, which is then started on the
   * calling thread.
   *
   * @param work called at most once, before this method returns; where it throws, the future fails
   *     with what it threw
   * @return a future of the caller's own; complete already where the work is
   */
  public CompletableFuture<V> run(K key, Supplier<? extends CompletionStage<V>> work) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> theirs = flights.putIfAbsent(key, mine);
    if (theirs != null) {
      return own(theirs);
    }
    try {
      var unused = work.get().whenComplete((value, failure) -> land(key, mine, value, failure));
    } catch (Throwable failure) {
      flights.remove(key, mine);
      mine.completeExceptionally(failure);
    }
    return own(mine);
  }

  /** Whether work for a key is under way at this instant. */
  public boolean isRunning(K key) {
    return flights.containsKey(key);
  }

  /** A complete future cannot be changed by its holder, and so needs no copy. */
  private static <V> CompletableFuture<V> own(CompletableFuture<V> flight) {
    return flight.isDone() ? flight : flight.copy();
  }

  /** The flight is forgotten first: who sees its result may start the next one. */
  private void land(K key, CompletableFuture<V> flight, V value, Throwable failure) {
    flights.remove(key, flight);
    if (failure == null) {
      flight.complete(value);
    } else {
      flight.completeExceptionally(cause(failure));
    }
  }

  private static Throwable cause(Throwable failure) {
    Throwable inner = failure.getCause();
    return failure instanceof CompletionException && inner != null ? inner : failure;
  }
}
