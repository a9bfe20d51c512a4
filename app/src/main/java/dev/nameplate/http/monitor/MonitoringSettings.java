package dev.nameplate.http.monitor;

import java.util.OptionalInt;

/**
 * Metrics and access log.
 *
 * @param metricsPort a port of its own for metrics, 0 takes a free one; empty answers them on the
 *     server's port
 * @param log the format of the access log
 */
public record MonitoringSettings(OptionalInt metricsPort, LogForm log) {
  /** The defaults: metrics on the server's port, log lines as text. */
  public static final MonitoringSettings DEFAULT =
      new MonitoringSettings(OptionalInt.empty(), LogForm.TEXT);

  /** The format of the access log. */
  public enum LogForm {
    /** Space-separated words. */
    TEXT,
    /** A JSON object a line. */
    JSON,
    /** No access log. */
    OFF
  }
}
