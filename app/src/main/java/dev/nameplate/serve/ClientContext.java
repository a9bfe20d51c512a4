package dev.nameplate.serve;

import dev.nameplate.util.TraceParent;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The parts of a client's request that decide what is sent to it.
 *
 * @param ifNoneMatch whether {@code If-None-Match} lists an ETag (RFC 9110, section 13.1.2), which
 *     is given with its quotes
 * @param mayDraw takes one permit of the client's rate limit; false where none is left. Call it
 *     once for each drawing, since it counts
 * @param startNanos {@link System#nanoTime} when the request arrived; the deadline counts from
 *     there
 * @param trace what the request belongs to; fetches of remote images pass it on
 */
public record ClientContext(
    Predicate<String> ifNoneMatch,
    BooleanSupplier mayDraw,
    long startNanos,
    Optional<TraceParent> trace) {
  /** A request that belongs to no trace. */
  public ClientContext(Predicate<String> ifNoneMatch, BooleanSupplier mayDraw, long startNanos) {
    this(ifNoneMatch, mayDraw, startNanos, Optional.empty());
  }

  /**
   * Returns the context of a client that has nothing cached and no rate limit; its request arrives
   * now.
   */
  public static ClientContext unrestricted() {
    return new ClientContext(etag -> false, () -> true, System.nanoTime());
  }
}
