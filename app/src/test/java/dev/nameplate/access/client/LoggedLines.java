package dev.nameplate.access.client;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is logged, which goes to the standard error. */
final class LoggedLines {
  private LoggedLines() {}

  /** Adds the lines that are logged while a thing is done. */
  static void during(Runnable thing, List<String> lines) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      thing.run();
    } finally {
      System.setErr(before);
    }
    bytes.toString(StandardCharsets.UTF_8).lines().forEach(lines::add);
  }
}
