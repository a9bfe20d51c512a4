package dev.nameplate.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections whose other end is slow on purpose: a request's head that trickles in, an answer
 * that is taken byte by byte. The server's own idle time starts anew with every byte; these times
 * do not.
 *
 * <p>Connections are looked at now and then; nothing is done for a request.
 */
final class SlowClientReaper extends AbstractLifeCycle implements Connection.Listener {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final ConnectionLimits limits;
  private final Scheduler scheduler;
  private final LongSupplier nanos;
  private final Map<Connection, Progress> open = new ConcurrentHashMap<>();

  SlowClientReaper(ConnectionLimits limits, Scheduler scheduler, LongSupplier nanos) {
    this.limits = limits;
    this.scheduler = scheduler;
    this.nanos = nanos;
  }

  /**
   * How far a connection had come when it last came further.
   *
   * @param bytes that had come in by then
   * @param waiting whether bytes of a next request have come since
   */
  private record Progress(long in, long out, long bytes, boolean waiting, long since) {}

  @Override
  protected void doStart() {
    again();
  }

  @Override
  public void onOpened(Connection connection) {
    open.put(connection, new Progress(0, 0, 0, false, nanos.getAsLong()));
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }

  /** How many connections there are. */
  int count() {
    return open.size();
  }

  private void again() {
    var unused = scheduler.schedule(this::look, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    if (isRunning()) {
      look(nanos.getAsLong());
      again();
    }
  }

  /** Looks at every connection and ends those that are too slow. */
  private void look(long now) {
    open.forEach((connection, before) -> look(connection, before, now));
  }

  private void look(Connection connection, Progress before, long now) {
    Progress next = next(before, connection, now);
    if (isTooSlow(next, now)) {
      open.remove(connection);
      connection.getEndPoint().close();
    } else {
      open.replace(connection, before, next);
    }
  }

  private static Progress next(Progress before, Connection connection, long now) {
    long in = connection.getMessagesIn();
    long out = connection.getMessagesOut();
    if (in != before.in() || out != before.out()) {
      return new Progress(in, out, connection.getBytesIn(), false, now);
    }
    boolean waiting = in == out && connection.getBytesIn() > before.bytes();
    return waiting && !before.waiting() ? new Progress(in, out, before.bytes(), true, now) : before;
  }

  private boolean isTooSlow(Progress progress, long now) {
    Duration limit = progress.in() > progress.out() ? limits.answer() : limits.head();
    boolean counts = progress.in() > progress.out() || progress.waiting();
    return counts && now - progress.since() > limit.toNanos();
  }
}
