package dev.nameplate.serve;

import dev.nameplate.pipeline.background.BackgroundSettings;
import java.time.Duration;

/**
 * Limits on serving.
 *
 * @param cacheBytes capacity of the cache of finished pictures in bytes; 0 keeps none
 * @param standardBytes capacity of the cache of standard pictures in bytes; 0 keeps none
 * @param backgrounds how the templates' backgrounds are prepared and cached
 * @param deadline how long a request waits for its picture, queueing included; 0 or more
 * @param queue how many pictures may wait for a permit; at least 1
 * @param permits how many pictures are drawn at a time; at least 1
 */
public record ServeSettings(
    long cacheBytes,
    long standardBytes,
    BackgroundSettings backgrounds,
    Duration deadline,
    int queue,
    int permits) {
  /**
   * The defaults: 32 MiB for pictures, 16 MiB for standard pictures, 2 s, a queue of 256, one
   * permit for each processor.
   */
  public static final ServeSettings DEFAULT =
      new ServeSettings(
          32L << 20,
          16L << 20,
          BackgroundSettings.DEFAULT,
          Duration.ofSeconds(2),
          256,
          Runtime.getRuntime().availableProcessors());

  /** The part of the deadline that a request may be expected to wait for its drawing to begin. */
  private static final int WAITING_PART = 2;

  private static final Duration DRAWING_RESERVE = Duration.ofMillis(500);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException where a limit is out of its range; the message names the
   *     setting
   */
  public ServeSettings {
    if (cacheBytes < 0) {
      throw new IllegalArgumentException(
          "NAMEPLATE_IMAGE_CACHE_BYTES must be 0 or more, not " + cacheBytes);
    }
    if (standardBytes < 0) {
      throw new IllegalArgumentException(
          "NAMEPLATE_STANDARD_CACHE_BYTES must be 0 or more, not " + standardBytes);
    }
    if (deadline.isNegative()) {
      throw new IllegalArgumentException("NAMEPLATE_DEADLINE must be 0 or more, not " + deadline);
    }
    if (queue < 1) {
      throw new IllegalArgumentException("NAMEPLATE_QUEUE must be 1 or more, not " + queue);
    }
    if (permits < 1) {
      throw new IllegalArgumentException("NAMEPLATE_PERMITS must be 1 or more, not " + permits);
    }
  }

  /**
   * Returns how long a drawing may be expected to wait for its permit: half of the deadline, since
   * it has to be drawn and sent in the rest.
   */
  Duration longestWait() {
    return deadline.dividedBy(WAITING_PART);
  }

  /** Returns an executor with these permits and this queue. */
  public RenderExecutor executor() {
    return new RenderExecutor(permits, queue, longestWait(), System::nanoTime);
  }

  /**
   * Returns how long a request waits for remote images: the deadline less the time reserved for
   * drawing, which is 500 ms or a quarter of the deadline, whichever is shorter.
   */
  Duration remoteTimeout() {
    Duration drawing = deadline.dividedBy(4);
    return deadline.minus(drawing.compareTo(DRAWING_RESERVE) < 0 ? drawing : DRAWING_RESERVE);
  }
}
