package dev.nameplate.merge.value;

import java.time.Instant;

/**
 * Identity and freshness of a fetched remote image. Its pixels are in the type that {@code asset}
 * implements this with.
 */
public interface RemoteImageRef {
  /** SHA-256 of the file, in lower-case hex. */
  String digest();

  /** The instant from which it must be fetched again. */
  Instant freshUntil();
}
