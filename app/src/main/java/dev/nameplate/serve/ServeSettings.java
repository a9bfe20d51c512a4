package dev.nameplate.serve;

import java.time.Duration;

/**
 * Limits on serving.
 *
 * @param cacheBytes what finished pictures may take together
 * @param baseBytes what prepared bases may take together
 * @param deadline how long a request waits for its picture, queueing included
 * @param queue how many pictures may wait for a permit; at least 1
 * @param permits how many pictures are drawn at a time; at least 1
 */
public record ServeSettings(
    long cacheBytes, long baseBytes, Duration deadline, int queue, int permits) {
  public static final ServeSettings DEFAULT =
      new ServeSettings(
          128L << 20,
          192L << 20,
          Duration.ofSeconds(2),
          256,
          Runtime.getRuntime().availableProcessors());

  public ServeSettings {
    if (cacheBytes < 0 || baseBytes < 0 || queue < 1 || permits < 1 || deadline.isNegative()) {
      throw new IllegalArgumentException("limits on serving are positive");
    }
  }
}
