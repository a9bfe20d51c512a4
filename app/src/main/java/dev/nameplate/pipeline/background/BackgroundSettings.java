package dev.nameplate.pipeline.background;

import dev.nameplate.encode.Effort;

/**
 * Settings of {@link BackgroundCache}.
 *
 * @param maxBytes what all cached backgrounds may take together, 0 or more; the last one used stays
 *     even if it is larger
 * @param first how hard the strips of first pictures are compressed: {@link Effort#FAST} for a
 *     server, whose recipients wait; {@link Effort#BEST} for commands, whose files are final
 */
public record BackgroundSettings(long maxBytes, Effort first) {
  /** 48 MiB, first pictures compressed fast. */
  public static final BackgroundSettings DEFAULT = new BackgroundSettings(48L << 20, Effort.FAST);

  /** Throws {@link IllegalArgumentException}, with the setting's name, for a negative size. */
  public BackgroundSettings {
    if (maxBytes < 0) {
      throw new IllegalArgumentException(
          "NAMEPLATE_BACKGROUND_CACHE_BYTES must be 0 or more: " + maxBytes);
    }
  }

  /** The same with another effort for first pictures. */
  public BackgroundSettings with(Effort effort) {
    return new BackgroundSettings(maxBytes, effort);
  }
}
