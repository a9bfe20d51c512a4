package dev.nameplate.asset;

import dev.nameplate.support.TestApplication;

/** Assets in a folder, kept decoded. */
final class LocalAssetsTest extends AssetSourceContract {
  @Override
  AssetSource source() {
    return new LocalAssets(TestApplication.templates(), AssetSettings.DEFAULT);
  }
}
