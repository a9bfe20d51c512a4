package dev.nameplate.http;

import java.util.OptionalInt;

/**
 * How operators watch the server.
 *
 * @param metricsPort of its own for metrics; empty puts them on the main one
 * @param log the form of the lines for requests
 */
public record Overseeing(OptionalInt metricsPort, LogForm log) {
  public static final Overseeing DEFAULT = new Overseeing(OptionalInt.empty(), LogForm.TEXT);

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
