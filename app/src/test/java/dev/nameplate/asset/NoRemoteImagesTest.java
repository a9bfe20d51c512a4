package dev.nameplate.asset;

/** What never calls out. */
final class NoRemoteImagesTest extends RemoteImagesContract {
  @Override
  protected RemoteImages images() {
    return RemoteImages.NONE;
  }
}
