package dev.nameplate.batch.progress;

import dev.nameplate.batch.BatchPosition;
import dev.nameplate.batch.RowState;
import dev.nameplate.batch.Tally;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** A line every few seconds, for logs and pipes: rows, rate, time left and states. */
public final class PlainProgress implements RunProgress {
  private final PrintStream out;
  private final long bytes;
  private final InstantSource clock;
  private final Duration pause;
  private final Instant begin;
  private Instant next;
  private long firstInput = -1;

  /**
   * @param bytes the list's length; 0 where it is not known
   * @param pause between two lines
   */
  public PlainProgress(PrintStream out, long bytes, InstantSource clock, Duration pause) {
    this.out = out;
    this.bytes = bytes;
    this.clock = clock;
    this.pause = pause;
    this.begin = clock.instant();
    this.next = begin.plus(pause);
  }

  @Override
  public void accept(BatchPosition position) {
    firstInput = firstInput < 0 ? position.input() : firstInput;
    Instant now = clock.instant();
    if (!now.isBefore(next)) {
      out.println(line(position, Duration.between(begin, now)));
      next = now.plus(pause);
    }
  }

  private String line(BatchPosition position, Duration spent) {
    double seconds = Math.max(0.001, spent.toMillis() / 1000.0);
    Tally tally = position.tally();
    String rows =
        String.format(Locale.ROOT, "%,d rows, %,.0f rows/s", tally.rows(), tally.rows() / seconds);
    return rows + left(position, seconds) + "; " + states(tally);
  }

  private String left(BatchPosition position, double seconds) {
    long done = position.input() - firstInput;
    return bytes == 0 || done <= 0
        ? ""
        : String.format(
            Locale.ROOT,
            ", %d %%, %,d s left",
            position.input() * 100 / bytes,
            Math.round((bytes - position.input()) * seconds / done));
  }

  /**
   * Returns the states that any row is in with their numbers, separated by commas; {@code no rows}
   * if no row was read.
   */
  public static String states(Tally tally) {
    StringBuilder words = new StringBuilder();
    for (RowState state : RowState.values()) {
      if (tally.of(state) > 0) {
        words
            .append(words.length() == 0 ? "" : ", ")
            .append(state.label().replace('_', ' '))
            .append(String.format(Locale.ROOT, " %,d", tally.of(state)));
      }
    }
    return words.length() == 0 ? "no rows" : words.toString();
  }

  /** Flushes the stream; does not close it. */
  @Override
  public void close() {
    out.flush();
  }
}
