package dev.nameplate.bench.letters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A Chromium without a window that shows one page. */
final class Chromium implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
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
          "--font-render-hinting=none");

  private final Process process;
  private final Path profile;

  /**
   * Opens a page.
   *
   * @throws IOException if Chromium is not installed
   */
  Chromium(String address) throws IOException {
    this(List.of("--remote-debugging-port=0", address));
  }

  /**
   * Writes a page as a PNG.
   *
   * @param height of the picture, in pixels
   * @throws IOException if Chromium is not installed
   */
  static void picture(String address, int width, int height, Path file)
      throws IOException, InterruptedException {
    try (Chromium chromium =
        new Chromium(
            List.of(
                "--hide-scrollbars",
                "--virtual-time-budget=60000",
                "--window-size=" + width + "," + height,
                "--screenshot=" + file.toAbsolutePath(),
                address))) {
      chromium.process.waitFor();
    }
  }

  private Chromium(List<String> more) throws IOException {
    profile = Files.createTempDirectory("nameplate-letters-");
    process = start(more);
  }

  private Process start(List<String> more) throws IOException {
    String program = System.getenv().getOrDefault("CHROMIUM", "chromium");
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(FLAGS);
    words.add("--user-data-dir=" + profile);
    words.addAll(more);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.redirectErrorStream(true).redirectOutput(profile.resolve("log").toFile());
    return builder.start();
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
