package dev.nameplate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.junit.jupiter.api.Test;

/** Which connections are slow: time alone does not make one so where bytes move. */
final class SlowClientReaperTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** A connection with counts that a test sets. */
  private static final class Counted extends AbstractConnection {
    private long in;
    private long out;
    private long bytesIn;
    private long bytesOut;

    Counted() {
      super(new ByteArrayEndPoint(), Runnable::run);
    }

    @Override
    public long getMessagesIn() {
      return in;
    }

    @Override
    public long getMessagesOut() {
      return out;
    }

    @Override
    public long getBytesIn() {
      return bytesIn;
    }

    @Override
    public long getBytesOut() {
      return bytesOut;
    }

    @Override
    public void onFillable() {
      throw new IllegalStateException("nobody reads");
    }
  }

  private final Counted connection = new Counted();
  private boolean stream;
  private final SlowClientReaper reaper =
      new SlowClientReaper(
          new ConnectionLimits(10, Duration.ofSeconds(10), Duration.ofSeconds(60)),
          new ScheduledExecutorScheduler(),
          () -> 0,
          each -> stream);

  private boolean isOpenAfter(long seconds) {
    reaper.check(seconds * SECOND);
    return connection.getEndPoint().isOpen();
  }

  @Test
  void response_thatMoves_hasASecondMoreForEach64KiB() {
    reaper.onOpened(connection);
    connection.in = 1;
    connection.bytesIn = 1_000;
    assertThat(isOpenAfter(0)).isTrue();
    connection.bytesIn += 40 << 16;
    assertThat(isOpenAfter(100)).isTrue();
    connection.bytesOut += 100 << 16;
    assertThat(isOpenAfter(200)).isTrue();
    assertThat(isOpenAfter(201)).isFalse();
  }

  @Test
  void response_thatTrickles_isClosedAfterItsTime() {
    reaper.onOpened(connection);
    connection.in = 1;
    assertThat(isOpenAfter(0)).isTrue();
    connection.bytesOut = 60_000;
    assertThat(isOpenAfter(60)).isTrue();
    assertThat(isOpenAfter(61)).isFalse();
  }

  @Test
  void head_hasNoMoreTime_whateverMoves() {
    reaper.onOpened(connection);
    connection.bytesIn = 1 << 20;
    assertThat(isOpenAfter(0)).isTrue();
    connection.bytesIn = 40 << 20;
    assertThat(isOpenAfter(10)).isTrue();
    assertThat(isOpenAfter(11)).isFalse();
  }

  @Test
  void stream_thatMoves_isOpenAtAnyAge() {
    reaper.onOpened(connection);
    connection.in = 1;
    stream = true;
    for (int seconds = 0; seconds < 10_000; seconds += 50) {
      connection.bytesOut += 15;
      assertThat(isOpenAfter(seconds)).as("after %s s", seconds).isTrue();
    }
  }

  @Test
  void stream_whoseReaderStops_isClosedAfterItsTime() {
    reaper.onOpened(connection);
    connection.in = 1;
    stream = true;
    connection.bytesOut = 1_000;
    assertThat(isOpenAfter(500)).isTrue();
    assertThat(isOpenAfter(560)).isTrue();
    assertThat(isOpenAfter(561)).isFalse();
  }
}
