package dev.nameplate.asset;

import dev.nameplate.merge.value.RemoteImageRef;
import java.time.Instant;

/**
 * A decoded remote image.
 *
 * @param asset its pixels
 * @param digest SHA-256 of the file, in lower-case hex
 * @param freshUntil from when it must be fetched or validated again (RFC 9111)
 */
public record RemoteImage(DecodedImage asset, String digest, Instant freshUntil)
    implements RemoteImageRef {
  /** Returns the size of the decoded image in memory, in bytes: four for each pixel. */
  public long bytes() {
    return asset.bytes();
  }

  /** Returns a copy that is fresh until another instant; both share the decoded image. */
  public RemoteImage until(Instant instant) {
    return new RemoteImage(asset, digest, instant);
  }

  /** Has the digest only. */
  @Override
  public String toString() {
    return "RemoteImage[" + digest + "]";
  }
}
