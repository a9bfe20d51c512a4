package dev.nameplate.fetch;

import java.util.concurrent.atomic.AtomicLong;

/** What files may take together between the wire and their decoder. */
final class BodyBudget {
  private final AtomicLong free;

  BodyBudget(long bytes) {
    this.free = new AtomicLong(bytes);
  }

  /** A share that grows as a file comes in. */
  Share open() {
    return new Share();
  }

  /** One file's share; closing gives it back. */
  final class Share implements AutoCloseable {
    private long taken;

    /** Takes more; false where there is none left. */
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
