package dev.nameplate.access.ratelimit;

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
   * @return whether they were taken
   * @throws IllegalArgumentException for fewer than 1
   */
  CompletionStage<Boolean> tryAcquire(ClientKey client, int permits);
}
