package dev.nameplate.http;

import java.time.Duration;

/**
 * Limits on connections.
 *
 * @param max open at a time; more wait until one is closed. At least 1
 * @param head how long a request's head may take to arrive; more than 0
 * @param response how long a response may take to be made and read; at least {@code head}
 */
public record ConnectionLimits(int max, Duration head, Duration response) {
  /** The defaults: 10,000 connections, 10 s for a head, 60 s for a response. */
  public static final ConnectionLimits DEFAULT =
      new ConnectionLimits(10_000, Duration.ofSeconds(10), Duration.ofSeconds(60));

  /**
   * @throws IllegalArgumentException where a limit is out of its range
   */
  public ConnectionLimits {
    if (max < 1) {
      throw new IllegalArgumentException("NAMEPLATE_CONNECTIONS must be 1 or more, not " + max);
    }
    if (head.isNegative() || head.isZero() || response.compareTo(head) < 0) {
      throw new IllegalArgumentException(
          "the time for a head must be positive, that for a response not shorter: "
              + head
              + ", "
              + response);
    }
  }
}
