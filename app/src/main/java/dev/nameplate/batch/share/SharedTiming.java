package dev.nameplate.batch.share;

import java.time.Duration;

/**
 * When nodes hear of each other's work.
 *
 * @param look how often a node looks for what others have changed, and says that it still works
 * @param silent after which a node that has not said so counts as gone, and its units are taken by
 *     others; several times as long
 * @param retry how long after a failure a call is tried again
 * @param times how often a unit is taken before it is divided
 */
public record SharedTiming(Duration look, Duration silent, Duration retry, int times) {
  /** A second, ten seconds, half a second, three times. */
  public static final SharedTiming DEFAULT =
      new SharedTiming(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMillis(500), 3);
}
