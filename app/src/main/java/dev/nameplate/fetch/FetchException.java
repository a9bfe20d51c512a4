package dev.nameplate.fetch;

import dev.nameplate.asset.FetchFailure;

/** Ends a fetch with its reason. Its message holds nothing of the URL. */
final class FetchException extends Exception {
  private static final long serialVersionUID = 1L;

  private final FetchFailure failure;
  private final boolean hostFailed;

  private FetchException(FetchFailure failure, boolean hostFailed) {
    super(failure.label(), null, false, false);
    this.failure = failure;
    this.hostFailed = hostFailed;
  }

  /** A failure that does not count against the host's circuit breaker. */
  static FetchException of(FetchFailure failure) {
    return new FetchException(failure, false);
  }

  /** A failure that counts against the host's circuit breaker. */
  static FetchException ofHost(FetchFailure failure) {
    return new FetchException(failure, true);
  }

  FetchFailure failure() {
    return failure;
  }

  boolean hostFailed() {
    return hostFailed;
  }
}
