package dev.nameplate.http.api;

import java.nio.ByteBuffer;

/** Takes a body as it comes. Written by one thread at a time; closed by any. */
interface BodySink extends AutoCloseable {
  /**
   * Appends bytes; does nothing once this is closed.
   *
   * @throws dev.nameplate.api.ApiException where they are too many, or cannot be stored
   */
  void write(ByteBuffer bytes);

  /**
   * Writes what is left.
   *
   * @throws dev.nameplate.api.ApiException where it cannot be stored
   */
  void finish();

  /** Throws away what came and is not wanted any more. */
  @Override
  void close();
}
