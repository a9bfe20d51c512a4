package dev.nameplate.pipeline;

import java.time.Duration;

/**
 * Where the time of a drawing went.
 *
 * @param fit choosing wordings and sizes, and placing layers
 * @param paint pixels
 * @param encode compression
 */
public record Stages(Duration fit, Duration paint, Duration encode) {
  /** Of a picture that was there already. */
  public static final Stages NONE = new Stages(Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
