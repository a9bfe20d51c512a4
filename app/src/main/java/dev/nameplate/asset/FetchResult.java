package dev.nameplate.asset;

/** What became of the search for a picture outside. */
public sealed interface FetchResult {
  /** It is there. */
  record Fetched(RemoteImage picture) implements FetchResult {}

  /** It could not be had. */
  record Failed(FetchFailure loss) implements FetchResult {}
}
