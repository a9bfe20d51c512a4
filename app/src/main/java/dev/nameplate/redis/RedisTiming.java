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
  /** 50 ms, 100 ms, 1 s, 2 s, 500 ms. */
  static final RedisTiming DEFAULT =
      new RedisTiming(
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofMillis(500));
}
