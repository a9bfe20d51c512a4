package dev.nameplate.asset;

/**
 * Limits on images.
 *
 * @param maxPixels the most pixels of an image that is decoded, by its header; 1 or more
 * @param cacheBytes the most bytes of the cache of decoded images; 0 for no cache
 * @param scaledBytes the most bytes of the cache of images scaled to the size they are drawn at; 0
 *     for no cache
 */
public record AssetSettings(long maxPixels, long cacheBytes, long scaledBytes) {
  /** 50 million pixels, 16 MiB and 12 MiB. */
  public static final AssetSettings DEFAULT = new AssetSettings(50_000_000, 16L << 20, 12L << 20);

  /**
   * @throws IllegalArgumentException if a limit is out of range; the message names the setting
   */
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
