package dev.nameplate.pipeline.background;

import dev.nameplate.encode.Effort;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.render.Renderer;
import java.util.Optional;

/** Backgrounds of pictures that are looked at once, as of drafts and checks. */
public final class PassingBackgrounds {
  private PassingBackgrounds() {}

  /**
   * Returns backgrounds that are compressed fast and not stored, and at best effort only where that
   * is asked for.
   *
   * @param maxBytes what all of them may take together
   */
  public static BackgroundCache of(Renderer renderer, ScenePlacer placer, long maxBytes) {
    return new BackgroundCache(
        renderer,
        placer,
        later -> {},
        new BackgroundSettings(maxBytes, Effort.FAST),
        Optional.empty());
  }
}
