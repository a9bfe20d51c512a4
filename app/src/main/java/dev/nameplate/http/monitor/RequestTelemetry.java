package dev.nameplate.http.monitor;

import dev.nameplate.http.message.RequestOutcome;
import dev.nameplate.util.Lazy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records every response in the access log and the metrics. The metrics are made after the first
 * response, since that takes longer than a picture. Safe for many threads.
 */
public final class RequestTelemetry implements AutoCloseable {
  private final AccessLog log;
  private final Lazy<Metrics> metrics;
  private final List<MetricSource> sources = new ArrayList<>();

  /**
   * @param log gets a line for each response
   * @param metrics makes the metrics, once
   */
  public RequestTelemetry(AccessLog log, Supplier<Metrics> metrics) {
    this.log = log;
    this.metrics = new Lazy<>(() -> withSources(metrics.get()));
  }

  private Metrics withSources(Metrics fresh) {
    sources.forEach(fresh::show);
    return fresh;
  }

  /**
   * Adds metrics of other packages. Call it before the server starts.
   *
   * @param more read at every scrape
   */
  public void show(List<MetricSource> more) {
    sources.addAll(more);
  }

  /**
   * The facts about a response that was written.
   *
   * @param status of HTTP
   * @param length of the body in bytes
   * @param since {@link System#nanoTime} when the request arrived
   */
  public record Sent(int status, int length, long since) {}

  /**
   * Records a response that was made for one request.
   *
   * @param method as received; null where Jetty could not parse it
   */
  public void answered(@Nullable String method, RequestOutcome requestOutcome, Sent sent) {
    log.line(
        method == null ? "-" : method,
        requestOutcome.template(),
        sent.status(),
        sent.length(),
        sent.since());
    metrics.get().count(requestOutcome, sent.length(), System.nanoTime() - sent.since());
  }

  /**
   * Records a 200 from the response cache.
   *
   * @param reasons of the picture's fields
   * @param length of the body in bytes
   * @param since {@link System#nanoTime} when the request arrived
   */
  public void repeated(String template, List<String> reasons, int length, long since) {
    metrics.get().countRepeat(RequestOutcome.Kind.HIT, template, reasons, length);
    log.line("GET", template, 200, length, since);
  }

  /**
   * Records a 304 from the response cache.
   *
   * @param reasons of the picture's fields
   * @param since {@link System#nanoTime} when the request arrived
   */
  public void unmodified(String template, List<String> reasons, long since) {
    metrics.get().countRepeat(RequestOutcome.Kind.UNMODIFIED, template, reasons, 0);
    log.line("GET", template, 304, 0, since);
  }

  /** Returns all metrics in Prometheus' text format, version 0.0.4, in a new array. */
  public byte[] text() {
    return metrics.get().text();
  }

  /** Writes the buffered lines of the access log and stops. */
  @Override
  public void close() {
    log.close();
  }
}
