package dev.nameplate.http;

import dev.nameplate.template.Once;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees every answer, for the log and for the metrics. The metrics are made when they are first
 * needed, after the first answer is on its way: they take longer than a picture.
 */
final class Watch implements AutoCloseable {
  private final AccessLog log;
  private final Once<Metrics> metrics;
  private final List<Reading> readings = new ArrayList<>();

  Watch(AccessLog log, Supplier<Metrics> made) {
    this.log = log;
    this.metrics = new Once<>(() -> with(made.get()));
  }

  private Metrics with(Metrics fresh) {
    readings.forEach(fresh::show);
    return fresh;
  }

  /** Shows numbers of others; to be called before the server starts. */
  void show(List<Reading> more) {
    readings.addAll(more);
  }

  /**
   * What was sent.
   *
   * @param length of the body
   * @param since when the request came, as {@link System#nanoTime} told it
   */
  record Sent(int status, int length, long since) {}

  /** Notes an answer that was made for one request. */
  void answered(@Nullable String method, Event event, Sent sent) {
    log.line(
        method == null ? "-" : method,
        event.template(),
        sent.status(),
        sent.length(),
        sent.since());
    metrics.get().count(event, sent.length(), System.nanoTime() - sent.since());
  }

  /** Notes that a known answer was given with its picture. */
  void repeated(KnownAnswer known, int length, long since) {
    known.counters().countHit(length);
    log.line("GET", known.template(), 200, length, since);
  }

  /** Notes that a known answer was given without its picture. */
  void unmodified(KnownAnswer known, long since) {
    known.counters().countUnmodified();
    log.line("GET", known.template(), 304, 0, since);
  }

  /** What counts the repeats of an answer. */
  RepeatCounters repeats(Event event) {
    return metrics.get().repeats(event);
  }

  /** The metrics as they are read. */
  byte[] text() {
    return metrics.get().text();
  }

  @Override
  public void close() {
    log.close();
  }
}
