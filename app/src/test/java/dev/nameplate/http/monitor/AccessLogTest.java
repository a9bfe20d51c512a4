package dev.nameplate.http.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nameplate.util.TraceParent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines are gathered, and none is lost at the end. */
final class AccessLogTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.006Z"));

  @Test
  void everyLine_isWrittenOnce_inTheFormOfTheOthers() {
    String text =
        written(
            MonitoringSettings.LogForm.TEXT,
            log ->
                IntStream.range(0, 1000)
                    .parallel()
                    .forEach(i -> log.line("GET", "welcome", sent(200, i, System.nanoTime()))));
    assertThat(text.lines())
        .hasSize(1000)
        .allMatch(
            line ->
                line.matches(
                    "2026-01-02T03:04:05\\.006Z INFO access - GET welcome 200 \\d+ \\d+us"))
        .map(line -> line.split(" ")[7])
        .doesNotHaveDuplicates();
  }

  @Test
  void linesBeyondTheBuffer_areCounted() {
    Streams streams =
        streams(
            MonitoringSettings.LogForm.TEXT,
            log -> {
              String id = "a".repeat(512);
              for (int i = 0; i < 100_000; i++) {
                log.line("GET", id, sent(200, i, System.nanoTime()));
              }
            });
    assertThat(streams.out().lines()).allMatch(line -> line.contains(" INFO access - GET "));
    long lost =
        streams
            .err()
            .lines()
            .filter(line -> line.endsWith("lines were dropped"))
            .mapToLong(
                line -> Long.parseLong(line.replaceAll(".* (\\d+) lines were dropped", "$1")))
            .sum();
    assertThat(streams.out().lines().count() + lost).isEqualTo(100_000);
  }

  @Test
  void jsonLine_isAnObject() throws IOException {
    String text =
        written(
            MonitoringSettings.LogForm.JSON,
            log -> log.line("MARIA", "welcome", sent(405, 12, System.nanoTime())));
    JsonNode line = new ObjectMapper().readTree(text);
    assertThat(line.path("time").asText()).isEqualTo("2026-01-02T03:04:05.006Z");
    assertThat(line.path("method").asText()).isEqualTo("OTHER");
    assertThat(line.path("template").asText()).isEqualTo("welcome");
    assertThat(line.path("status").asInt()).isEqualTo(405);
    assertThat(line.path("bytes").asInt()).isEqualTo(12);
    assertThat(line.path("micros").isIntegralNumber()).isTrue();
  }

  @Test
  void logTurnedOff_writesNothing() {
    assertThat(
            written(
                MonitoringSettings.LogForm.OFF, log -> log.line("GET", "welcome", sent(200, 1, 0))))
        .isEmpty();
  }

  @Test
  void everyLineOfTheOutput_isJson_alsoWhereSomeWereDropped() throws IOException {
    Streams streams =
        streams(
            MonitoringSettings.LogForm.JSON,
            log -> {
              for (int i = 0; i < 50_000; i++) {
                log.line("GET", "a".repeat(512), sent(200, i, System.nanoTime()));
              }
            });
    for (String line : streams.out().lines().toList()) {
      assertThat(new ObjectMapper().readTree(line).isObject()).isTrue();
    }
    assertThat(streams.err()).contains("lines were dropped");
  }

  private static RequestTelemetry.Sent sent(int status, int length, long since) {
    return new RequestTelemetry.Sent(status, length, since, Optional.empty());
  }

  @Test
  void traceOfARequest_isInItsLine_andNothingElseOfTheHeader() {
    Optional<TraceParent> trace =
        TraceParent.parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    RequestTelemetry.Sent sent = new RequestTelemetry.Sent(200, 1, System.nanoTime(), trace);
    assertThat(written(MonitoringSettings.LogForm.TEXT, log -> log.line("GET", "welcome", sent)))
        .endsWith("us trace=4bf92f3577b34da6a3ce929d0e0e4736\n");
    assertThat(written(MonitoringSettings.LogForm.JSON, log -> log.line("GET", "welcome", sent)))
        .endsWith(",\"trace\":\"4bf92f3577b34da6a3ce929d0e0e4736\"}\n");
  }

  /** What was written on the standard output and on the standard error. */
  private record Streams(String out, String err) {}

  private static String written(
      MonitoringSettings.LogForm form, java.util.function.Consumer<AccessLog> use) {
    Streams streams = streams(form, use);
    assertThat(streams.err()).isEmpty();
    return streams.out();
  }

  private static Streams streams(
      MonitoringSettings.LogForm form, java.util.function.Consumer<AccessLog> use) {
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try (AccessLog log = new AccessLog(CLOCK, ZoneOffset.UTC, form)) {
      use.accept(log);
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
    return new Streams(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
