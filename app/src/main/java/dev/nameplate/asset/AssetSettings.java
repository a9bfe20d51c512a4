package dev.nameplate.asset;

/**
 * Limits on pictures.
 *
 * @param maxPixels the largest picture decoded, judged by its header
 * @param cacheBytes what decoded pictures may take together
 * @param scaledBytes what pictures scaled to the size they are drawn at may take together
 */
public record AssetSettings(long maxPixels, long cacheBytes, long scaledBytes) {
  public static final AssetSettings DEFAULT = new AssetSettings(50_000_000, 16L << 20, 12L << 20);

  public AssetSettings {
    if (maxPixels < 1) {
      throw new IllegalArgumentException("NAMEPLATE_ASSET_MAX_PIXELS is 1 or more: " + maxPixels);
    }
    if (cacheBytes < 0) {
      throw new IllegalArgumentException("NAMEPLATE_ASSET_CACHE_BYTES is 0 or more: " + cacheBytes);
    }
    if (scaledBytes < 0) {
      throw new IllegalArgumentException(
          "NAMEPLATE_SCALED_CACHE_BYTES is 0 or more: " + scaledBytes);
    }
  }
}
