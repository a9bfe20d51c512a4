package dev.nameplate.pipeline.background;

/**
 * How the bases of templates are made and kept.
 *
 * @param maxBytes what they may take together; one is in use all the same
 * @param quick whether the first picture may come from a base that was packed quickly, in more
 *     bytes than later ones; if not it waits until the base is packed as hard as it will be
 */
public record BackgroundSettings(long maxBytes, boolean quick) {
  public static final BackgroundSettings DEFAULT = new BackgroundSettings(64L << 20, true);

  public BackgroundSettings {
    if (maxBytes < 0) {
      throw new IllegalArgumentException("NAMEPLATE_BASE_BYTES is 0 or more: " + maxBytes);
    }
  }
}
