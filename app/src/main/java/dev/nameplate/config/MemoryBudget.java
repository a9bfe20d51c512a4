package dev.nameplate.config;

import dev.nameplate.asset.AssetSettings;
import dev.nameplate.fetch.RemoteSettings;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.serve.ServeSettings;

/**
 * The caches' share of the heap. The settings say how much each cache may take at most; where all
 * of them together are more than the heap can hold beside the work, each gets the same fraction of
 * what it was to have.
 */
public final class MemoryBudget {
  /** The caches' part of the heap; the rest is for pixels, templates and garbage. */
  private static final double SHARE = 0.65;

  private MemoryBudget() {}

  /** Returns the bytes that all caches on the heap may take by their settings. */
  public static long caches(Settings settings) {
    ServeSettings serve = settings.serve();
    AssetSettings assets = settings.assets();
    double sum =
        (double) serve.cacheBytes()
            + serve.standardBytes()
            + serve.backgrounds().maxBytes()
            + assets.cacheBytes()
            + assets.scaledBytes()
            + settings.remote().cacheBytes();
    return (long) Math.min(Long.MAX_VALUE, sum);
  }

  /**
   * Returns the settings with caches that fit the heap; the same ones where they do already.
   *
   * @param heap the most that the heap may take, in bytes
   */
  public static Settings fit(Settings settings, long heap) {
    double part = heap * SHARE / Math.max(1, caches(settings));
    return part >= 1 ? settings : scaled(settings, part);
  }

  private static Settings scaled(Settings from, double part) {
    ServeSettings serve = from.serve();
    AssetSettings assets = from.assets();
    RemoteSettings remote = from.remote();
    BackgroundSettings backgrounds = serve.backgrounds();
    return new Settings(
        from.templates(),
        from.fonts(),
        from.reload(),
        from.warmUp(),
        from.blockedWords(),
        new AssetSettings(
            assets.maxPixels(), of(assets.cacheBytes(), part), of(assets.scaledBytes(), part)),
        new ServeSettings(
            of(serve.cacheBytes(), part),
            of(serve.standardBytes(), part),
            new BackgroundSettings(of(backgrounds.maxBytes(), part), backgrounds.first()),
            serve.deadline(),
            serve.queue(),
            serve.permits()),
        from.http(),
        new RemoteSettings(
            remote.allow(),
            remote.timeout(),
            remote.maxBytes(),
            remote.maxPixels(),
            of(remote.cacheBytes(), part),
            remote.perHost()),
        from.access(),
        from.work(),
        from.api(),
        from.editor(),
        from.node());
  }

  private static long of(long bytes, double part) {
    return (long) (bytes * part);
  }
}
