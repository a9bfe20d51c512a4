package dev.nameplate.http.monitor;

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
 * One line for each request on the standard output, with nothing of a recipient in it: text, or an
 * object of JSON. Nothing else is written there, so that a log collector can read every line the
 * same way; all other messages go to the standard error.
 *
 * <p>A thread of its own writes the lines of 50 ms together. Where nobody reads the stream, at most
 * 1 MiB waits; further lines are dropped, and their number is logged. The level of the logger
 * {@code access} turns it on and off.
 */
public final class AccessLog implements AutoCloseable {
  private static final Logger level = LoggerFactory.getLogger("access");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
  private static final int ROOM = 1 << 20;
  private static final int LONGEST = 1024;
  private static final int EVERY_MILLIS = 50;

  private final InstantSource clock;
  private final DateTimeFormatter form;
  private final boolean json;
  private final boolean on;
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "access-log");
            thread.setDaemon(true);
            return thread;
          });
  private StringBuilder lines = new StringBuilder();
  private StringBuilder spare = new StringBuilder();
  private String time = "";
  private long timeMillis = -1;
  private long lost;

  public AccessLog(InstantSource clock, ZoneId zone, MonitoringSettings.LogForm log) {
    this.clock = clock;
    this.json = log == MonitoringSettings.LogForm.JSON;
    this.on = level.isInfoEnabled() && log != MonitoringSettings.LogForm.OFF;
    this.form = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(zone);
    if (on) {
      var unused =
          writer.scheduleWithFixedDelay(
              this::write, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Adds a line.
   *
   * @param method as it came; one that is not of HTTP's own is not written down
   * @param template the id of a template that there is, {@code -} for none
   * @param length of the body in bytes
   * @param start as {@link System#nanoTime} told it when the request came
   */
  void line(String method, String template, int status, int length, long start) {
    if (on) {
      add(method, template, status, length, (System.nanoTime() - start) / 1000);
    }
  }

  private synchronized void add(
      String method, String template, int status, int length, long micros) {
    if (lines.length() > ROOM - LONGEST) {
      lost++;
      return;
    }
    String known = METHODS.contains(method) ? method : "OTHER";
    if (json) {
      object(known, template, status, length, micros);
    } else {
      words(known, template, status, length, micros);
    }
  }

  private void words(String method, String template, int status, int length, long micros) {
    lines
        .append(time())
        .append(" INFO access - ")
        .append(method)
        .append(' ')
        .append(template)
        .append(' ')
        .append(status)
        .append(' ')
        .append(length)
        .append(' ')
        .append(micros)
        .append("us\n");
  }

  /** An id holds small letters, digits, dashes and slashes alone, so that nothing is escaped. */
  private void object(String method, String template, int status, int length, long micros) {
    lines
        .append("{\"time\":\"")
        .append(time())
        .append("\",\"method\":\"")
        .append(method)
        .append("\",\"template\":\"")
        .append(template)
        .append("\",\"status\":")
        .append(status)
        .append(",\"bytes\":")
        .append(length)
        .append(",\"micros\":")
        .append(micros)
        .append("}\n");
  }

  /** The time in the form of the log, made once a millisecond. */
  private String time() {
    long millis = clock.millis();
    if (millis != timeMillis) {
      timeMillis = millis;
      time = form.format(Instant.ofEpochMilli(millis));
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

  /** What was gathered; the other builder takes its place. */
  private synchronized StringBuilder taken() {
    StringBuilder full = lines;
    if (lost > 0) {
      level.warn("{} lines were lost", lost);
      lost = 0;
    }
    lines = spare;
    spare = full;
    return full;
  }

  /** Writes what was gathered and stops. */
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
