package dev.nameplate.serve;

import dev.nameplate.pipeline.background.BackgroundSettings;
import java.time.Duration;

/**
 * Limits on serving.
 *
 * @param cacheBytes what finished pictures may take together
 * @param bases how templates' bases are made and kept
 * @param deadline how long a request waits for its picture, queueing included
 * @param queue how many pictures may wait for a permit; at least 1
 * @param permits how many pictures are drawn at a time; at least 1
 */
public record ServeSettings(
    long cacheBytes, BackgroundSettings bases, Duration deadline, int queue, int permits) {
  public static final ServeSettings DEFAULT =
      new ServeSettings(
          32L << 20,
          BackgroundSettings.DEFAULT,
          Duration.ofSeconds(2),
          256,
          Runtime.getRuntime().availableProcessors());

  private static final Duration DRAWING = Duration.ofMillis(500);

  public ServeSettings {
    if (cacheBytes < 0) {
      throw new IllegalArgumentException("NAMEPLATE_CACHE_BYTES is 0 or more: " + cacheBytes);
    }
    if (deadline.isNegative()) {
      throw new IllegalArgumentException("NAMEPLATE_DEADLINE is 0 or more: " + deadline);
    }
    if (queue < 1) {
      throw new IllegalArgumentException("NAMEPLATE_QUEUE is 1 or more: " + queue);
    }
    if (permits < 1) {
      throw new IllegalArgumentException("NAMEPLATE_PERMITS is 1 or more: " + permits);
    }
  }

  /** How long a request waits for pictures from outside: the rest is for drawing. */
  Duration patience() {
    Duration drawing = deadline.dividedBy(4);
    return deadline.minus(drawing.compareTo(DRAWING) < 0 ? drawing : DRAWING);
  }
}
