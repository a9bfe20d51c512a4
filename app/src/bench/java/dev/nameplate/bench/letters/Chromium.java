package dev.nameplate.bench.letters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A Chromium without a window that shows one page. */
final class Chromium implements AutoCloseable {
  private final Process process;
  private final Path profile;

  /**
   * Opens a page.
   *
   * @throws IOException if Chromium is not installed
   */
  Chromium(String address) throws IOException {
    profile = Files.createTempDirectory("nameplate-letters-");
    String program = System.getenv().getOrDefault("CHROMIUM", "chromium");
    List<String> words =
        List.of(
            program,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--disable-lcd-text",
            "--font-render-hinting=none",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            address);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.redirectErrorStream(true).redirectOutput(profile.resolve("log").toFile());
    process = builder.start();
  }

  /** Returns whether it still runs. */
  boolean isRunning() {
    return process.isAlive();
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
