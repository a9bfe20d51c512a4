package dev.nameplate.encode;

import dev.nameplate.geometry.Size;

/**
 * The packed strips of one base in one format, without its pixels. Immutable; any number of threads
 * may share it.
 */
public interface StripStore {
  /** The base's size in pixels. */
  Size size();

  /** The memory that they take, in bytes. */
  long weight();
}
