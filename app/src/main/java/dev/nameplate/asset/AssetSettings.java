package dev.nameplate.asset;

/**
 * Limits on pictures.
 *
 * @param maxPixels the largest picture decoded, judged by its header
 * @param cacheBytes what decoded pictures may take together
 */
public record AssetSettings(long maxPixels, long cacheBytes) {
  public static final AssetSettings DEFAULT = new AssetSettings(50_000_000, 16L << 20);

  public AssetSettings {
    if (maxPixels < 1 || cacheBytes < 0) {
      throw new IllegalArgumentException("limits on pictures are positive");
    }
  }
}
