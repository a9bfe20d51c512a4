package dev.nameplate.pipeline.base;

import dev.nameplate.encode.PackedBase;
import dev.nameplate.render.PreparedBase;

/** A template's picture at one scale and in one format, as far as it is the same for everyone. */
public record Prepared(PreparedBase base, PackedStrips strips) {
  /** Whether it will be packed again, into fewer bytes. */
  public boolean provisional() {
    return strips.provisional();
  }

  /** What pictures are encoded on. */
  public PackedBase packed() {
    return new PackedBase(base.complete(), strips.store());
  }
}
