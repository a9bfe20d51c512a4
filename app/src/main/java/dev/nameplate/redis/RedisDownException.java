package dev.nameplate.redis;

import java.io.IOException;

/**
 * Redis is not asked, since it was slow or down a moment ago. It is thrown often and just under
 * load, so it records no stack trace.
 */
final class RedisDownException extends IOException {
  private static final long serialVersionUID = 1;

  RedisDownException() {
    super("Redis is slow or down");
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // It changes nothing.
  public Throwable fillInStackTrace() {
    return this;
  }
}
