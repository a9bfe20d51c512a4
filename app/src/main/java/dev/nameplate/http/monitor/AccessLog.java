package dev.nameplate.http.monitor;

import dev.nameplate.util.DaemonThreads;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access log: one line for each request on the standard output, as text or JSON, without any
 * data of a recipient. All other messages go to the standard error, so that a log collector can
 * parse every line here.
 *
 * <p>Lines are buffered for 50 ms and written by one thread. Where the stream is not read, at most
 * 1 MiB waits; further lines are dropped and their number is logged. The level of the logger {@code
 * access} turns the log on and off. Safe for many threads.
 */
public final class AccessLog implements AutoCloseable {
  private static final Logger level = LoggerFactory.getLogger("access");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
  private static final int CAPACITY = 1 << 20;
  private static final int MAX_LINE = 1024;
  private static final int EVERY_MILLIS = 50;

  private final InstantSource clock;
  private final DateTimeFormatter timeFormat;
  private final boolean json;
  private final boolean on;
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("access-log"));
  private StringBuilder lines = new StringBuilder();
  private StringBuilder spare = new StringBuilder();

  /** The time of a line, formatted once a millisecond. */
  private String time = "";

  private long timeMillis = -1;
  private long dropped;

  /**
   * @param clock the time of the lines
   * @param zone in which they write it
   * @param log the format, or off
   */
  public AccessLog(InstantSource clock, ZoneId zone, MonitoringSettings.LogForm log) {
    this.clock = clock;
    this.json = log == MonitoringSettings.LogForm.JSON;
    this.on = level.isInfoEnabled() && log != MonitoringSettings.LogForm.OFF;
    this.timeFormat = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(zone);
    if (on) {
      var unused =
          writer.scheduleWithFixedDelay(
              this::write, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Adds a line.
   *
   * @param method as received; one that HTTP does not define is written as {@code OTHER}
   * @param template the id of an existing template; {@code -} for none
   * @param sent status, length of the body, the time of arrival, and the trace's id
   */
  void line(String method, String template, RequestTelemetry.Sent sent) {
    if (on) {
      add(method, template, sent, (System.nanoTime() - sent.since()) / 1000);
    }
  }

  private synchronized void add(
      String method, String template, RequestTelemetry.Sent sent, long micros) {
    if (lines.length() > CAPACITY - MAX_LINE) {
      dropped++;
      return;
    }
    String safe = METHODS.contains(method) ? method : "OTHER";
    if (json) {
      object(safe, template, sent, micros);
    } else {
      text(safe, template, sent, micros);
    }
  }

  private void text(String method, String template, RequestTelemetry.Sent sent, long micros) {
    lines
        .append(time())
        .append(" INFO access - ")
        .append(method)
        .append(' ')
        .append(template)
        .append(' ')
        .append(sent.status())
        .append(' ')
        .append(sent.length())
        .append(' ')
        .append(micros)
        .append("us");
    sent.trace().ifPresent(trace -> lines.append(" trace=").append(trace.traceId()));
    lines.append('\n');
  }

  /** Ids hold only lower-case letters, digits, dashes and slashes, so nothing needs escaping. */
  private void object(String method, String template, RequestTelemetry.Sent sent, long micros) {
    lines
        .append("{\"time\":\"")
        .append(time())
        .append("\",\"method\":\"")
        .append(method)
        .append("\",\"template\":\"")
        .append(template)
        .append("\",\"status\":")
        .append(sent.status())
        .append(",\"bytes\":")
        .append(sent.length())
        .append(",\"micros\":")
        .append(micros);
    sent.trace()
        .ifPresent(trace -> lines.append(",\"trace\":\"").append(trace.traceId()).append('"'));
    lines.append("}\n");
  }

  /** The time in the form of the log, made once a millisecond. */
  private String time() {
    long millis = clock.millis();
    if (millis != timeMillis) {
      timeMillis = millis;
      time = timeFormat.format(Instant.ofEpochMilli(millis));
    }
    return time;
  }

  private void write() {
    StringBuilder full = taken();
    if (full.length() > 0) {
      byte[] bytes = full.toString().getBytes(StandardCharsets.UTF_8);
      System.out.write(bytes, 0, bytes.length);
      System.out.flush();
      full.setLength(0);
    }
  }

  /** The buffered lines; the other buffer takes their place. */
  private synchronized StringBuilder taken() {
    StringBuilder full = lines;
    if (dropped > 0) {
      level.warn("{} lines were dropped", dropped);
      dropped = 0;
    }
    lines = spare;
    spare = full;
    return full;
  }

  /** Writes the buffered lines and stops. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (writer.awaitTermination(1, TimeUnit.SECONDS)) {
        write();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
