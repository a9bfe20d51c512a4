package dev.nameplate.asset;

/** What became of the search for a picture outside. */
public sealed interface Sighting {
  /** It is there. */
  record Seen(OutsideAsset picture) implements Sighting {}

  /** It could not be had. */
  record Lost(Loss loss) implements Sighting {}
}
