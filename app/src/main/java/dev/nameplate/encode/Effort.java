package dev.nameplate.encode;

/** How much time may be spent on compression. The decoded pixels are the same. */
public enum Effort {
  /** Compressed fast, for a client that waits. */
  FAST,
  /** Compressed at best effort, for strips that are stored and sent many times. */
  BEST
}
