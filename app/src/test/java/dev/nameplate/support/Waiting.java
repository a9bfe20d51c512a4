package dev.nameplate.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens in another process, which cannot wake a thread here. */
public final class Waiting {
  private static final long EVERY_NANOS = 10_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Waiting() {}

  /** Checks something again and again for a while. */
  public static void during(Duration time, Runnable check) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      check.run();
      pause();
    }
  }

  /** Leaves the processor to others for a moment. */
  public static void pause() {
    LockSupport.parkNanos(EVERY_NANOS);
  }

  /**
   * Waits until something is so.
   *
   * @param what for the message
   * @throws AssertionError where it is not within two minutes, which a busy machine may need
   */
  public static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
      }
      pause();
    }
  }
}
