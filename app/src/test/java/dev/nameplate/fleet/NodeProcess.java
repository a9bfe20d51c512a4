package dev.nameplate.fleet;

import dev.nameplate.support.JavaProcess;
import dev.nameplate.support.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as a process of its own, on a free port. */
public final class NodeProcess implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("serves on http://localhost:(\\d+)");
  private static final int SIGTERM_STATUS = 143;

  private final Process process;
  private final Path errors;
  private final int port;

  private NodeProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    Waiting.until("a node listens", () -> said().find() || !process.isAlive());
    Matcher line = said();
    if (!line.find()) {
      throw new AssertionError("a node ended: " + errors());
    }
    this.port = Integer.parseInt(line.group(1));
  }

  /**
   * Starts a node and waits until it listens.
   *
   * @param folder for its messages
   * @param settings by variable
   * @param classes folders that come before the program's on the class path
   */
  public static NodeProcess start(Path folder, Map<String, String> settings, Path... classes) {
    try {
      Path errors = Files.createTempFile(folder, "node", ".log");
      ProcessBuilder builder =
          JavaProcess.with(List.of(classes), List.of("-Xmx240m"), "dev.nameplate.Main");
      builder.environment().put("NAMEPLATE_HOST", "127.0.0.1");
      builder.environment().put("PORT", "0");
      builder.environment().put("NAMEPLATE_WARM_UP", "0");
      builder.environment().put("NAMEPLATE_RATE_CLIENT", "off");
      builder.environment().put("NAMEPLATE_LOG", "off");
      builder.environment().putAll(settings);
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(errors.toFile());
      return new NodeProcess(builder.start(), errors);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public int port() {
    return port;
  }

  private Matcher said() {
    return PORT.matcher(errors());
  }

  /** What it has said on the standard error. */
  public String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Asks it to end (SIGTERM), and does not wait. */
  public void terminate() {
    process.destroy();
  }

  /** Ends it at once (SIGKILL). */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Waits until it has ended; whether that was by SIGTERM as it should be. */
  public boolean awaitEnd() {
    try {
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == SIGTERM_STATUS;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
