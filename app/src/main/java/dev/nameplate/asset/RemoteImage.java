package dev.nameplate.asset;

import dev.nameplate.merge.value.RemoteImageRef;
import java.time.Instant;

/**
 * A picture from outside, decoded.
 *
 * @param digest SHA-256 in hex over the file
 * @param freshUntil when its origin wants to be asked again
 */
public record RemoteImage(DecodedImage asset, String digest, Instant freshUntil)
    implements RemoteImageRef {
  /** What it takes in memory. */
  public long bytes() {
    return asset.bytes();
  }

  /** The same picture, good until another instant. */
  public RemoteImage until(Instant instant) {
    return new RemoteImage(asset, digest, instant);
  }

  @Override
  public String toString() {
    return "OutsideAsset[" + digest + "]";
  }
}
