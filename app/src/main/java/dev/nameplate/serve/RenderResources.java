package dev.nameplate.serve;

import dev.nameplate.store.ResultStore;
import java.util.Optional;

/**
 * The executor and the shared store of an {@link ImageService}.
 *
 * @param executor closed by the service
 * @param shared a store of pictures beyond this process's own cache; empty for none
 */
public record RenderResources(RenderExecutor executor, Optional<ResultStore> shared) {
  /**
   * Returns resources with a new executor, which has the settings' permits and queue, and without a
   * shared store.
   */
  public static RenderResources of(ServeSettings settings) {
    return new RenderResources(
        new RenderExecutor(settings.permits(), settings.queue()), Optional.empty());
  }
}
