package dev.nameplate.store;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.scene.RenderKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A cache of finished pictures by their keys.
 *
 * <p>A key holds everything that decides a picture's pixels, so an entry never becomes wrong: it
 * expires when it is no longer useful, or is evicted at any time. Both methods are safe for many
 * threads and return at once, without blocking on a disk or a network.
 */
public interface ResultStore {
  /**
   * Looks a picture up.
   *
   * @return empty where the store does not have it. The stage may fail, for instance with the
   *     network; callers treat that as empty
   */
  CompletionStage<Optional<EncodedPicture>> get(RenderKey key);

  /**
   * Stores a picture and replaces an earlier one of the same key, but for one that was compressed
   * harder. Never throws for lack of space or of a network.
   *
   * @param picture its arrays are not copied; nobody may change them
   * @param keep after which the entry is absent; zero or less removes it
   */
  void put(RenderKey key, EncodedPicture picture, Duration keep);
}
