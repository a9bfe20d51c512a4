package dev.nameplate.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/**
 * The process's environment and streams, as a command sees them.
 *
 * @param environment variables of the process
 * @param in the standard input; only commands that are given {@code -} for a file read it
 * @param out the standard output, for the command's result alone
 * @param err the standard error, for warnings and faults
 * @param clock the time of day
 */
public record Terminal(
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    InstantSource clock) {
  public Terminal {
    environment = Map.copyOf(environment);
  }

  /** Prints a text unchanged on the standard output, in UTF-8 whatever the locale. */
  void print(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }
}
