package dev.nameplate.http.monitor;

import dev.nameplate.http.message.RequestOutcome;
import dev.nameplate.util.Lazy;
import dev.nameplate.util.TraceParent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * @param trace what the request belongs to, as its client says
   */
  public record Sent(int status, int length, long since, Optional<TraceParent> trace) {}

  /**
   * Records a response that was made for one request.
   *
   * @param method as received; null where Jetty could not parse it
   */
  public void answered(@Nullable String method, RequestOutcome requestOutcome, Sent sent) {
    log.line(method == null ? "-" : method, requestOutcome.template(), sent);
    metrics.get().count(requestOutcome, sent.length(), System.nanoTime() - sent.since());
  }

  /**
   * Records a response from the response cache.
   *
   * @param reasons of the picture's fields
   * @param sent the response; 200, or 304
   */
  public void repeated(String template, List<String> reasons, Sent sent) {
    RequestOutcome.Kind kind =
        sent.status() == 200 ? RequestOutcome.Kind.HIT : RequestOutcome.Kind.UNMODIFIED;
    metrics.get().countRepeat(kind, template, reasons, sent.length());
    log.line("GET", template, sent);
  }

  /** Returns all metrics in Prometheus' text format, version 0.0.4, in a new array. */
  public byte[] text() {
    return metrics.get().text();
  }

  /** Returns how many answers came from a cache since the start, 304s among them. */
  public long hits() {
    return metrics.ifComputed().map(Metrics::hits).orElse(0L);
  }

  /** Writes the buffered lines of the access log and stops. */
  @Override
  public void close() {
    log.close();
  }
}
