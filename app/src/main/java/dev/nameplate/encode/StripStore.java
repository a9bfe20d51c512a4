package dev.nameplate.encode;

import dev.nameplate.geometry.Size;

/**
 * The encoded strips of one background in one format, without its pixels. Immutable and safe for
 * many threads.
 */
public interface StripStore {
  /** The background's size in pixels. */
  Size size();

  /** Memory of the strips, in bytes. */
  long weight();
}
