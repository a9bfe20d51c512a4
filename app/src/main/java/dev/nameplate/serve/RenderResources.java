package dev.nameplate.serve;

import dev.nameplate.store.ResultStore;
import java.time.Duration;
import java.util.Optional;

/**
 * The executor and the shared store of an {@link ImageService}.
 *
 * @param executor closed by the service
 * @param shared a store of pictures beyond this process's own cache; empty for none
 * @param lookUp how long a look-up in the shared store may take before the picture is drawn instead
 */
public record RenderResources(
    RenderExecutor executor, Optional<ResultStore> shared, Duration lookUp) {
  private static final Duration LOOK_UP = Duration.ofMillis(50);

  /** Resources whose shared store is given 50 ms. */
  public RenderResources(RenderExecutor executor, Optional<ResultStore> shared) {
    this(executor, shared, LOOK_UP);
  }

  /**
   * Returns resources with a new executor, which has the settings' permits and queue, and without a
   * shared store.
   */
  public static RenderResources of(ServeSettings settings) {
    return new RenderResources(settings.executor(), Optional.empty());
  }
}
