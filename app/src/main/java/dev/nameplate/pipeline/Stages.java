package dev.nameplate.pipeline;

import java.time.Duration;

/**
 * The durations of a picture's stages.
 *
 * @param fit choosing wordings and sizes, and positioning layers
 * @param paint painting the dynamic layers
 * @param encode compressing and writing the file
 */
public record Stages(Duration fit, Duration paint, Duration encode) {
  /** Of a picture that came from a cache: all zero. */
  public static final Stages NONE = new Stages(Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
