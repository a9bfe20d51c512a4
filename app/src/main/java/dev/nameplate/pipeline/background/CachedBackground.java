package dev.nameplate.pipeline.background;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.StripStore;
import dev.nameplate.render.PaintedStrips;
import dev.nameplate.render.PreparedBackground;
import java.util.Optional;

/**
 * A template's background at one scale and in one format: painted and encoded.
 *
 * @param pixels what pictures are painted on
 * @param strips what pictures are encoded from, made of the same pixels; empty for a format whose
 *     files are encoded as a whole
 * @param effort of the strips; fast ones are replaced when they have been compressed again
 */
public record CachedBackground(
    PreparedBackground pixels, Optional<StripStore> strips, Effort effort) {
  /** What a painted picture is encoded with. */
  public EncodedBackground encoded(PaintedStrips painted) {
    return new EncodedBackground(painted.background(), strips);
  }
}
