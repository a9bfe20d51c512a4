package dev.nameplate.asset;

import dev.nameplate.house.TestHouse;

/** Assets in a folder, kept decoded. */
final class LocalAssetsTest extends AssetSourceContract {
  @Override
  AssetSource source() {
    return new LocalAssets(TestHouse.templates(), AssetSettings.DEFAULT);
  }
}
