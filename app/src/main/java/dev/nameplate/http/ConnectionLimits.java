package dev.nameplate.http;

import java.time.Duration;

/**
 * What connections may take.
 *
 * @param most at a time; more wait until one ends
 * @param head how long a request's head may take to come
 * @param answer how long an answer may take to be drawn and read
 */
public record ConnectionLimits(int most, Duration head, Duration answer) {
  public static final ConnectionLimits DEFAULT =
      new ConnectionLimits(10_000, Duration.ofSeconds(10), Duration.ofSeconds(60));

  public ConnectionLimits {
    if (most < 1) {
      throw new IllegalArgumentException("NAMEPLATE_CONNECTIONS is 1 or more: " + most);
    }
    if (head.isNegative() || head.isZero() || answer.compareTo(head) < 0) {
      throw new IllegalArgumentException(
          "a request's head and an answer take time: " + head + ", " + answer);
    }
  }
}
