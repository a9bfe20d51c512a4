package dev.nameplate.fleet;

import java.time.Duration;

/**
 * How a node is called and how it stops.
 *
 * @param name for the fleet page; characters that no id holds are left out
 * @param drain how long it goes on answering after it was asked to stop, while it is not ready any
 *     more; 0 or more
 */
public record NodeSettings(String name, Duration drain) {
  /** How long a node drains that has a proxy before it. */
  public static final Duration DRAIN = Duration.ofSeconds(5);

  /** The defaults: no name, no draining. */
  public static final NodeSettings DEFAULT = new NodeSettings("node", Duration.ZERO);

  /**
   * @throws IllegalArgumentException where the time is negative
   */
  public NodeSettings {
    if (drain.isNegative()) {
      throw new IllegalArgumentException("NAMEPLATE_DRAIN must be 0 or more, not " + drain);
    }
  }
}
