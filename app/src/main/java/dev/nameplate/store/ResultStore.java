package dev.nameplate.store;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.scene.RenderKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Keeps finished pictures by their keys.
 *
 * <p>A key holds all that decides a picture's pixels, so a picture never gets wrong: an entry goes
 * only to make space, or once it is of no more use. A store may let go of any entry at any time.
 * Both methods are safe for many threads and return at once, without waiting for a disk or a
 * network.
 */
public interface ResultStore {
  /**
   * The picture of a key; absent where the store has none now. The stage may fail, as where a
   * network does: for the caller that is the same as absent.
   */
  CompletionStage<Optional<EncodedPicture>> get(RenderKey key);

  /**
   * Keeps a picture, in place of an earlier one of the same key. It is done as far as it can be and
   * never throws for want of space or of a network.
   *
   * @param picture its arrays are not copied; nobody may change them
   * @param keep after which the entry is absent; zero or less keeps nothing
   */
  void put(RenderKey key, EncodedPicture picture, Duration keep);
}
