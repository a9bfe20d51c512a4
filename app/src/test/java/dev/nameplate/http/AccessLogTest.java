package dev.nameplate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
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
            log ->
                IntStream.range(0, 1000)
                    .parallel()
                    .forEach(i -> log.line("GET", "welcome", 200, i, System.nanoTime())));
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
  void linesWithoutRoom_areCounted() {
    String text =
        written(
            log -> {
              String id = "a".repeat(512);
              for (int i = 0; i < 100_000; i++) {
                log.line("GET", id, 200, i, System.nanoTime());
              }
            });
    long lines = text.lines().filter(line -> line.contains("INFO access - GET")).count();
    long lost =
        text.lines()
            .filter(line -> line.endsWith("lines were lost"))
            .mapToLong(line -> Long.parseLong(line.split(" ")[4]))
            .sum();
    assertThat(lines + lost).isEqualTo(100_000);
  }

  private static String written(java.util.function.Consumer<AccessLog> use) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try (AccessLog log = new AccessLog(CLOCK, ZoneOffset.UTC)) {
      use.accept(log);
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
