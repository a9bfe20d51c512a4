package dev.nameplate.redis;

import java.time.Duration;

/**
 * When Redis counts as slow or down, and how often it is tried again.
 *
 * @param slow a call that takes longer counts as failed
 * @param command after which a command is given up
 * @param connect after which an attempt to connect is given up
 * @param retry how long Redis is left alone once it is slow or down
 * @param probe how often a call is made that only measures
 */
record RedisTiming(
    Duration slow, Duration command, Duration connect, Duration retry, Duration probe) {
  /** Of calls that no picture waits for, with values of some megabytes. */
  static final RedisTiming JOBS =
      new RedisTiming(
          Duration.ofSeconds(1),
          Duration.ofSeconds(4),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofMillis(500));

  /** Twice as long as slow for a command, 1 s to connect, 2 s, and a probe each 500 ms. */
  static RedisTiming of(Duration slow) {
    return new RedisTiming(
        slow,
        slow.multipliedBy(2),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofMillis(500));
  }
}
