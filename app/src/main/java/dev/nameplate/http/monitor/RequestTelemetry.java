package dev.nameplate.http.monitor;

import dev.nameplate.http.message.RequestOutcome;
import dev.nameplate.util.Lazy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees every answer, for the log and for the metrics. The metrics are made when they are first
 * needed, after the first answer is on its way: they take longer than a picture.
 */
public final class RequestTelemetry implements AutoCloseable {
  private final AccessLog log;
  private final Lazy<Metrics> metrics;
  private final List<MetricSource> readings = new ArrayList<>();

  public RequestTelemetry(AccessLog log, Supplier<Metrics> made) {
    this.log = log;
    this.metrics = new Lazy<>(() -> with(made.get()));
  }

  private Metrics with(Metrics fresh) {
    readings.forEach(fresh::show);
    return fresh;
  }

  /** Shows numbers of others; to be called before the server starts. */
  public void show(List<MetricSource> more) {
    readings.addAll(more);
  }

  /**
   * What was sent.
   *
   * @param length of the body
   * @param since when the request came, as {@link System#nanoTime} told it
   */
  public record Sent(int status, int length, long since) {}

  /** Notes an answer that was made for one request. */
  public void answered(@Nullable String method, RequestOutcome requestOutcome, Sent sent) {
    log.line(
        method == null ? "-" : method,
        requestOutcome.template(),
        sent.status(),
        sent.length(),
        sent.since());
    metrics.get().count(requestOutcome, sent.length(), System.nanoTime() - sent.since());
  }

  /** Notes that a known answer was given with its picture. */
  public void repeated(String template, RepeatCounters counters, int length, long since) {
    counters.countHit(length);
    log.line("GET", template, 200, length, since);
  }

  /** Notes that a known answer was given without its picture. */
  public void unmodified(String template, RepeatCounters counters, long since) {
    counters.countUnmodified();
    log.line("GET", template, 304, 0, since);
  }

  /** What counts the repeats of an answer. */
  public RepeatCounters repeats(RequestOutcome requestOutcome) {
    return metrics.get().repeats(requestOutcome);
  }

  /** The metrics as they are read. */
  public byte[] text() {
    return metrics.get().text();
  }

  @Override
  public void close() {
    log.close();
  }
}
