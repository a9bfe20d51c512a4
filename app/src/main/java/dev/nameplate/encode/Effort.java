package dev.nameplate.encode;

/** How much time may be spent to save bytes. */
public enum Effort {
  /** For strips made while a recipient waits. */
  QUICK,
  /** For strips that are stored and sent to everyone. */
  BEST
}
