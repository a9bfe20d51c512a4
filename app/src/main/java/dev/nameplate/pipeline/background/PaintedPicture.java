package dev.nameplate.pipeline.background;

import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.render.PaintedStrips;

/**
 * A picture that is painted on its background.
 *
 * @param background it is encoded with
 * @param strips the painted strips
 */
public record PaintedPicture(CachedBackground background, PaintedStrips strips)
    implements AutoCloseable {
  /** What the picture is encoded with; valid until {@link #close}. */
  public EncodedBackground encoded() {
    return background.encoded(strips);
  }

  /** Ends the use of the pixels. Must be called only once. */
  @Override
  public void close() {
    strips.close();
  }
}
