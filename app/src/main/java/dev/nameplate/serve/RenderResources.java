package dev.nameplate.serve;

import dev.nameplate.store.ResultStore;
import java.util.Optional;

/**
 * What a service draws with and shares with others.
 *
 * @param executor closed by the service
 * @param shared pictures that other processes drew, or this one before; absent where there are only
 *     those that the service keeps itself
 */
public record RenderResources(RenderExecutor executor, Optional<ResultStore> shared) {
  /** An executor as the settings say, and nothing shared. */
  public static RenderResources of(ServeSettings settings) {
    return new RenderResources(
        new RenderExecutor(settings.permits(), settings.queue()), Optional.empty());
  }
}
