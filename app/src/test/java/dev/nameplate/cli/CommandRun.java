package dev.nameplate.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * A command that was run within the test.
 *
 * @param status of the program
 */
public record CommandRun(String out, String err, int status) {
  /** Runs a line. */
  public static CommandRun of(Map<String, String> environment, Instant now, String... line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Program.run(
            new Terminal(
                environment,
                InputStream.nullInputStream(),
                printer(out),
                printer(err),
                InstantSource.fixed(now)),
            line);
    return new CommandRun(
        out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), status);
  }

  /** Runs a line in an empty environment, now. */
  public static CommandRun of(String... line) {
    return of(Map.of(), Instant.now(), line);
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
