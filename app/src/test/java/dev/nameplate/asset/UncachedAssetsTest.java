package dev.nameplate.asset;

import dev.nameplate.support.TestApplication;

/** Assets in a folder, where no memory may be taken to keep them. */
final class UncachedAssetsTest extends AssetSourceContract {
  @Override
  AssetSource source() {
    return new LocalAssets(
        TestApplication.templates(), new AssetSettings(AssetSettings.DEFAULT.maxPixels(), 0, 0));
  }
}
