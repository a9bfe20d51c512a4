package dev.nameplate.store;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.scene.RenderKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Two stores, one looked at where the other has nothing. A picture is put into both.
 *
 * @param first looked at before the other; where it fails, it counts as empty
 * @param second looked at where the first is empty
 */
public record LayeredResultStore(ResultStore first, ResultStore second) implements ResultStore {
  @Override
  public CompletionStage<Optional<EncodedPicture>> get(RenderKey key) {
    return first
        .get(key)
        .exceptionally(failed -> Optional.empty())
        .thenCompose(
            found ->
                found.isPresent() ? CompletableFuture.completedFuture(found) : second.get(key));
  }

  @Override
  public void put(RenderKey key, EncodedPicture picture, Duration keep) {
    first.put(key, picture, keep);
    second.put(key, picture, keep);
  }
}
