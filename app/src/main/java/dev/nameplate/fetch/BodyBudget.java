package dev.nameplate.fetch;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the bytes of response bodies that are held at one time. */
final class BodyBudget {
  private final AtomicLong free;

  BodyBudget(long bytes) {
    this.free = new AtomicLong(bytes);
  }

  /** A share of the budget, which grows as a body is read; to be closed. */
  Share open() {
    return new Share();
  }

  /** One file's share; closing gives it back. */
  final class Share implements AutoCloseable {
    private long taken;

    /**
     * Adds bytes to the share; false where the budget is used up, and the bytes count until the
     * share is closed.
     */
    boolean take(long bytes) {
      taken += bytes;
      return free.addAndGet(-bytes) >= 0;
    }

    @Override
    public void close() {
      free.addAndGet(taken);
      taken = 0;
    }
  }
}
