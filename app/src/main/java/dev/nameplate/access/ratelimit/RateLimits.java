package dev.nameplate.access.ratelimit;

import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/**
 * Decides whether a client may do something now, and counts it if so. A refusal is not counted.
 * Safe for many threads; never blocks.
 */
public interface RateLimits {
  /**
   * Takes permits if the client has enough left, and so have all clients together.
   *
   * @param permits at least 1; more than the client's burst are never granted
   * @return a stage of whether they were taken
   * @throws IllegalArgumentException for fewer than 1; thrown by the call itself, not by the stage
   */
  CompletionStage<Boolean> tryAcquire(ClientKey client, int permits);

  /**
   * Returns how many permits the client has left now, 0 or more. Empty where it is not limited, or
   * where that is not known without asking another process; the default is always empty.
   */
  default OptionalLong remaining(ClientKey client) {
    return OptionalLong.empty();
  }
}
