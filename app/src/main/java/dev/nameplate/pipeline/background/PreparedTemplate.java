package dev.nameplate.pipeline.background;

import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.render.PreparedBackground;

/** A template's picture at one scale and in one format, as far as it is the same for everyone. */
public record PreparedTemplate(PreparedBackground base, EncodedStrips strips) {
  /** Whether it will be packed again, into fewer bytes. */
  public boolean provisional() {
    return strips.provisional();
  }

  /** What pictures are encoded on. */
  public EncodedBackground packed() {
    return new EncodedBackground(base.complete(), strips.store());
  }
}
