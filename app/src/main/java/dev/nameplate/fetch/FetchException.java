package dev.nameplate.fetch;

import dev.nameplate.asset.FetchFailure;

/** Ends a fetch; says why, and whether it is the host's own failing. */
final class FetchException extends Exception {
  private static final long serialVersionUID = 1L;

  private final FetchFailure fetchFailure;
  private final boolean hostFailed;

  private FetchException(FetchFailure fetchFailure, boolean hostFailed) {
    super(fetchFailure.label(), null, false, false);
    this.fetchFailure = fetchFailure;
    this.hostFailed = hostFailed;
  }

  /** The host is well, its answer is not. */
  static FetchException of(FetchFailure fetchFailure) {
    return new FetchException(fetchFailure, false);
  }

  /** The host is not well: what its circuit breaker counts. */
  static FetchException ofHost(FetchFailure fetchFailure) {
    return new FetchException(fetchFailure, true);
  }

  FetchFailure loss() {
    return fetchFailure;
  }

  boolean hostFailed() {
    return hostFailed;
  }
}
