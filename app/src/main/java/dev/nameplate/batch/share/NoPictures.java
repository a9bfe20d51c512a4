package dev.nameplate.batch.share;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.store.ResultStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A store without pictures. */
enum NoPictures implements ResultStore {
  INSTANCE;

  @Override
  public CompletionStage<Optional<EncodedPicture>> get(RenderKey key) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /** Ignored. */
  @Override
  public void put(RenderKey key, EncodedPicture picture, Duration keep) {
    // Nothing is kept.
  }
}
