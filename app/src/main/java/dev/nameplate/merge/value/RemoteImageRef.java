package dev.nameplate.merge.value;

import java.time.Instant;

/** A picture from outside as far as identity goes; whoever fetched it knows its pixels. */
public interface RemoteImageRef {
  /** SHA-256 in hex over its file. */
  String digest();

  /** When it may be another one. */
  Instant freshUntil();
}
