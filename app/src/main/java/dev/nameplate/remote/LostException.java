package dev.nameplate.remote;

import dev.nameplate.asset.Loss;

/** Ends a fetch; says why, and whether it is the host's own failing. */
final class LostException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Loss loss;
  private final boolean hostFailed;

  private LostException(Loss loss, boolean hostFailed) {
    super(loss.label(), null, false, false);
    this.loss = loss;
    this.hostFailed = hostFailed;
  }

  /** The host is well, its answer is not. */
  static LostException of(Loss loss) {
    return new LostException(loss, false);
  }

  /** The host is not well: what its circuit breaker counts. */
  static LostException ofHost(Loss loss) {
    return new LostException(loss, true);
  }

  Loss loss() {
    return loss;
  }

  boolean hostFailed() {
    return hostFailed;
  }
}
