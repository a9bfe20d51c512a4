package dev.nameplate.util;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Runs work once for all callers that request the same key at the same time.
 *
 * <p>Results are not cached: after the work has succeeded or failed, the next call starts it again.
 * Each caller has a future of its own, so that a timeout or a cancellation by one affects neither
 * the work nor the other callers. Safe for many threads; never blocks.
 *
 * @param <K> keys, compared by {@code equals}
 * @param <V> results, shared by all callers of one flight
 */
public final class SingleFlight<K, V> {
  private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

  /**
   * Joins the work in progress for a key, or else starts this work on the calling thread.
   *
   * @param work called at most once, before this method returns
   * @return a future of the caller's own, already complete if the work is. If the work fails or
   *     throws, the future completes exceptionally; callbacks on it may get the exception as the
   *     cause of a {@link CompletionException}
   */
  public CompletableFuture<V> run(K key, Supplier<? extends CompletionStage<V>> work) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> theirs = flights.putIfAbsent(key, mine);
    if (theirs != null) {
      return copied(theirs);
    }
    try {
      var unused = work.get().whenComplete((value, failure) -> land(key, mine, value, failure));
    } catch (Throwable failure) {
      flights.remove(key, mine);
      mine.completeExceptionally(failure);
    }
    return copied(mine);
  }

  /** Whether work for a key is in progress at this instant. */
  public boolean isRunning(K key) {
    return flights.containsKey(key);
  }

  /** A complete future cannot be changed by its holder, so it needs no copy. */
  private static <V> CompletableFuture<V> copied(CompletableFuture<V> flight) {
    return flight.isDone() ? flight : flight.copy();
  }

  /**
   * Removes the flight before completing it, so that a caller that sees the result can start again.
   */
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
