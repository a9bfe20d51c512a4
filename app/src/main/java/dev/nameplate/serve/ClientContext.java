package dev.nameplate.serve;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Who asks for a picture, as far as it decides what is sent.
 *
 * @param holds whether they have the picture of an ETag already
 * @param mayDraw whether one more picture may be drawn for them now; asked once for each drawing,
 *     since it counts
 * @param since when the request came, as {@link System#nanoTime} told it; its deadline counts from
 *     there
 */
public record ClientContext(Predicate<String> holds, BooleanSupplier mayDraw, long since) {
  /** Somebody who holds nothing and may have anything drawn. */
  public static ClientContext anybody() {
    return new ClientContext(etag -> false, () -> true, System.nanoTime());
  }
}
