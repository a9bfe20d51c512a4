package dev.nameplate.asset;

/** The result of fetching a remote image. */
public sealed interface FetchResult {
  /**
   * The image was fetched, now or before.
   *
   * @param picture decoded, and until when it is fresh
   */
  record Fetched(RemoteImage picture) implements FetchResult {}

  /**
   * The image could not be fetched.
   *
   * @param loss why it could not be fetched
   */
  record Failed(FetchFailure loss) implements FetchResult {}
}
