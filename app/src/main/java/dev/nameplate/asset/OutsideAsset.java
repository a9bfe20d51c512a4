package dev.nameplate.asset;

import dev.nameplate.merge.OutsidePicture;
import java.time.Instant;

/**
 * A picture from outside, decoded.
 *
 * @param digest SHA-256 in hex over the file
 * @param freshUntil when its origin wants to be asked again
 */
public record OutsideAsset(Asset asset, String digest, Instant freshUntil)
    implements OutsidePicture {
  /** What it takes in memory. */
  public long bytes() {
    return asset.bytes();
  }

  /** The same picture, good until another instant. */
  public OutsideAsset until(Instant instant) {
    return new OutsideAsset(asset, digest, instant);
  }

  @Override
  public String toString() {
    return "OutsideAsset[" + digest + "]";
  }
}
