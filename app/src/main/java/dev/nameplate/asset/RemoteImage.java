package dev.nameplate.asset;

import dev.nameplate.merge.value.RemoteImageRef;
import java.time.Instant;

/**
 * A decoded remote image.
 *
 * @param asset the image
 * @param digest SHA-256 of the file, in lower-case hex
 * @param freshUntil from when it must be fetched or validated again (RFC 9111)
 */
public record RemoteImage(DecodedImage asset, String digest, Instant freshUntil)
    implements RemoteImageRef {
  /** Its size in memory, in bytes. */
  public long bytes() {
    return asset.bytes();
  }

  /** A copy that is fresh until another instant. */
  public RemoteImage until(Instant instant) {
    return new RemoteImage(asset, digest, instant);
  }

  @Override
  public String toString() {
    return "RemoteImage[" + digest + "]";
  }
}
