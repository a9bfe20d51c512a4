package dev.nameplate.http.monitor;

import java.util.OptionalInt;

/**
 * How operators watch the server.
 *
 * @param metricsPort of its own for metrics; empty puts them on the main one
 * @param log the form of the lines for requests
 */
public record MonitoringSettings(OptionalInt metricsPort, LogForm log) {
  public static final MonitoringSettings DEFAULT =
      new MonitoringSettings(OptionalInt.empty(), LogForm.TEXT);

  /** The form of the line that each request leaves. */
  public enum LogForm {
    /** As the other lines of the log. */
    TEXT,
    /** An object of JSON. */
    JSON,
    /** None at all. */
    OFF
  }
}
