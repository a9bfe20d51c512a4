package dev.nameplate.http.api;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Request;

/**
 * How much of a request's body has come. One of which less than 5 KiB comes in five seconds ends
 * its connection. Safe for several threads.
 */
final class BodyProgress {
  /** How often a body is looked at. */
  private static final Duration STEP = Duration.ofSeconds(5);

  /** The least that must have come between two looks, in bytes. */
  private static final long STEP_BYTES = 5 * 1024;

  private final Request request;
  private final Runnable dropped;
  private final AtomicLong came = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();

  /**
   * @param dropped run once if the connection was ended, by the server's scheduler
   */
  BodyProgress(Request request, Runnable dropped) {
    this.request = request;
    this.dropped = dropped;
  }

  /** Begins to look. */
  void start() {
    next(0);
  }

  private void next(long before) {
    var unused =
        request
            .getComponents()
            .getScheduler()
            .schedule(() -> look(before), STEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look(long before) {
    if (isOver()) {
      return;
    }
    if (came() - before >= STEP_BYTES) {
      next(came());
    } else if (end()) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      dropped.run();
    }
  }

  /** Counts what has come now, and returns how many bytes that are since the start. */
  long add(int bytes) {
    return came.addAndGet(bytes);
  }

  /** How many bytes have come. */
  long came() {
    return came.get();
  }

  /** Whether the body needs to be looked at no more. */
  boolean isOver() {
    return over.get();
  }

  /** Stops to look; false where that was so before. */
  boolean end() {
    return over.compareAndSet(false, true);
  }
}
