package dev.nameplate.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a command works with, beside its own line.
 *
 * @param environment the variables of the process
 * @param in the standard input; only commands that are given {@code -} for a file read it
 * @param out the standard output: what was asked for, and nothing else
 * @param err the standard error: warnings and faults
 * @param clock the time
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

  /** Prints a text as it is on the standard output, in UTF-8 whatever the process's locale. */
  void print(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }
}
