package dev.nameplate.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose client is slow: a request's head that trickles in, a response that is
 * read byte by byte. Jetty's idle timeout starts again with every byte; these limits do not. A long
 * body or response gets more time for what has moved: a second for each 64 KiB.
 *
 * <p>Connections are checked once a second; requests themselves cost nothing.
 */
final class SlowClientReaper extends AbstractLifeCycle implements Connection.Listener {
  private static final Duration EVERY = Duration.ofSeconds(1);

  /** The pace of a long transfer that is not slow, in bytes a second. */
  private static final long PACE = 1 << 16;

  private final ConnectionLimits limits;
  private final Scheduler scheduler;
  private final LongSupplier nanos;
  private final Predicate<Connection> streams;
  private final Map<Connection, Progress> open = new ConcurrentHashMap<>();

  SlowClientReaper(ConnectionLimits limits, Scheduler scheduler, LongSupplier nanos) {
    this(limits, scheduler, nanos, connection -> false);
  }

  /**
   * @param streams which connections carry a stream that has no end of its own: such a one is slow
   *     if nothing of it moves for as long as a response may take, however old it is
   */
  SlowClientReaper(
      ConnectionLimits limits,
      Scheduler scheduler,
      LongSupplier nanos,
      Predicate<Connection> streams) {
    this.streams = streams;
    this.limits = limits;
    this.scheduler = scheduler;
    this.nanos = nanos;
  }

  /**
   * The progress of a connection when it last changed.
   *
   * @param in requests read
   * @param out responses written
   * @param bytes received by then
   * @param moved received and sent by then
   * @param waiting whether bytes of a next request have arrived since
   * @param since {@link System#nanoTime} of the change
   */
  private record Progress(long in, long out, long bytes, long moved, boolean waiting, long since) {}

  @Override
  protected void doStart() {
    scheduleNext();
  }

  @Override
  public void onOpened(Connection connection) {
    open.put(connection, new Progress(0, 0, 0, 0, false, nanos.getAsLong()));
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }

  /** How many connections are open. */
  int count() {
    return open.size();
  }

  private void scheduleNext() {
    var unused = scheduler.schedule(this::tick, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tick() {
    if (isRunning()) {
      check(nanos.getAsLong());
      scheduleNext();
    }
  }

  /** Checks every connection and closes those that are too slow. */
  void check(long now) {
    open.forEach((connection, before) -> check(connection, before, now));
  }

  private void check(Connection connection, Progress before, long now) {
    Progress next = next(before, connection, now);
    if (isTooSlow(next, moved(connection) - next.moved(), now)) {
      open.remove(connection);
      connection.getEndPoint().close();
    } else {
      open.replace(connection, before, next);
    }
  }

  private Progress next(Progress before, Connection connection, long now) {
    long in = connection.getMessagesIn();
    long out = connection.getMessagesOut();
    boolean flows = streams.test(connection) && moved(connection) != before.moved();
    if (in != before.in() || out != before.out() || flows) {
      return new Progress(in, out, connection.getBytesIn(), moved(connection), false, now);
    }
    boolean waiting = in == out && connection.getBytesIn() > before.bytes();
    return waiting && !before.waiting()
        ? new Progress(in, out, before.bytes(), before.moved(), true, now)
        : before;
  }

  private static long moved(Connection connection) {
    return connection.getBytesIn() + connection.getBytesOut();
  }

  private boolean isTooSlow(Progress progress, long moved, long now) {
    Duration limit =
        progress.in() > progress.out()
            ? limits.response().plusMillis(moved * 1000 / PACE)
            : limits.head();
    boolean limited = progress.in() > progress.out() || progress.waiting();
    return limited && now - progress.since() > limit.toNanos();
  }
}
