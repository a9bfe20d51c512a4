package dev.nameplate.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request, with nothing of a recipient in it, in the form of the other log lines
 * and among them.
 *
 * <p>Lines are gathered and written together a few times a second by a thread of their own, since a
 * system call for each would cost a tenth of a repeat. Those that find no room, because nobody
 * reads the stream, are counted instead. The level of the logger {@code access} turns it on and
 * off.
 */
final class AccessLog implements AutoCloseable {
  private static final Logger level = LoggerFactory.getLogger("access");
  private static final int ROOM = 1 << 20;
  private static final int LONGEST = 1024;
  private static final int EVERY_MILLIS = 50;

  private final InstantSource clock;
  private final DateTimeFormatter form;
  private final boolean on = level.isInfoEnabled();
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

  AccessLog(InstantSource clock, ZoneId zone) {
    this.clock = clock;
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
   * @param template a template's id as the address has it, {@code -} where it has none
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
      System.err.write(bytes, 0, bytes.length);
      System.err.flush();
      full.setLength(0);
    }
  }

  /** What was gathered; the other builder takes its place. */
  private synchronized StringBuilder taken() {
    StringBuilder full = lines;
    if (lost > 0) {
      full.append(time()).append(" WARN access - ").append(lost).append(" lines were lost\n");
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
