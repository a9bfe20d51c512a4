package dev.nameplate.asset;

/** The result of fetching a remote image. */
public sealed interface FetchResult {
  /**
   * The image was fetched, now or before.
   *
   * @param picture the image
   */
  record Fetched(RemoteImage picture) implements FetchResult {}

  /**
   * The image could not be fetched.
   *
   * @param loss why
   */
  record Failed(FetchFailure loss) implements FetchResult {}
}
