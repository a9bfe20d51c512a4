package dev.nameplate.pipeline.background;

/**
 * Settings of {@link BackgroundCache}.
 *
 * @param maxBytes what all cached backgrounds may take together, 0 or more; the last one used stays
 *     even if it is larger
 * @param quick whether first pictures may be made of strips compressed fast, with more bytes than
 *     later ones; if not they wait for strips compressed at best effort
 */
public record BackgroundSettings(long maxBytes, boolean quick) {
  /** 64 MiB, first pictures compressed fast. */
  public static final BackgroundSettings DEFAULT = new BackgroundSettings(64L << 20, true);

  /** Throws {@link IllegalArgumentException}, with the setting's name, for a negative size. */
  public BackgroundSettings {
    if (maxBytes < 0) {
      throw new IllegalArgumentException(
          "NAMEPLATE_BACKGROUND_CACHE_BYTES must be 0 or more: " + maxBytes);
    }
  }
}
