package dev.nameplate.serve;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.StripStore;
import dev.nameplate.render.PreparedBase;

/**
 * A template's picture at one scale and in one format, as far as it is the same for everyone.
 *
 * @param effort that its strips were packed with
 */
record Prepared(PreparedBase base, StripStore strips, Effort effort) {
  /** Whether it will be packed again, into fewer bytes. */
  boolean provisional() {
    return effort == Effort.QUICK;
  }

  /** The memory that it takes, in bytes. */
  long weight() {
    return base.bytes() + strips.weight();
  }
}
