package dev.nameplate.merge.value;

import java.time.Instant;

/**
 * Identity and freshness of a fetched remote image. Its pixels are in the type that {@code asset}
 * implements this with.
 */
public interface RemoteImageRef {
  /** Returns the SHA-256 digest of the file in lower-case hex, 64 digits. */
  String digest();

  /** Returns the instant from which the image must be fetched again. */
  Instant freshUntil();
}
