package dev.nameplate.fleet;

import dev.nameplate.support.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A real nginx as a child process, on a free port, with all its files in a folder of the test. */
final class Nginx implements AutoCloseable {
  static final Path DEPLOY = Path.of("app/deploy");
  private static final String NODES = "include /etc/nginx/nameplate/nodes.conf;";

  private final Process process;
  private final Path output;
  private final int port;

  private Nginx(Process process, Path output, int port) {
    this.process = process;
    this.output = output;
    this.port = port;
  }

  /** Starts it with the configuration that is shipped, in front of nodes of this machine. */
  static Nginx shipped(Path folder, List<Integer> nodes) {
    return shipped(folder, nodes, UnaryOperator.identity());
  }

  /**
   * Starts it with the configuration that is shipped.
   *
   * @param nodes their ports
   * @param change what an operator changes of the file
   */
  static Nginx shipped(Path folder, List<Integer> nodes, UnaryOperator<String> change) {
    try {
      String text = Files.readString(DEPLOY.resolve("nginx.conf"));
      String servers =
          nodes.stream()
              .map(port -> "server 127.0.0.1:" + port + " max_fails=2 fail_timeout=5s;")
              .collect(Collectors.joining("\n    "));
      Path cache = Files.createDirectories(folder.resolve("cache"));
      text = replaced(text, NODES, servers);
      text = replaced(text, "/var/cache/nginx", cache.toString());
      text = replaced(text, "/etc/nginx/nameplate", DEPLOY.toAbsolutePath().toString());
      text = replaced(text, "/tmp/nginx.pid", folder.resolve("nginx.pid").toString());
      text = replaced(text, "listen 8080", "listen 127.0.0.1:PORT");
      return start(folder, change.apply(text));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Starts it with a configuration, in which {@code PORT} stands for the port that it takes.
   *
   * @throws AssertionError where it does not start, with what it said
   */
  static Nginx start(Path folder, String configuration) {
    try {
      int port = freePort();
      Path file = folder.resolve("nginx.conf");
      Path output = folder.resolve("nginx.log");
      Files.deleteIfExists(output);
      Files.writeString(file, configuration.replace("PORT", Integer.toString(port)));
      Process process =
          new ProcessBuilder(
                  "nginx", "-e", "stderr", "-c", file.toString(), "-g", "daemon off;" + asWhom())
              .redirectErrorStream(true)
              // nginx opens its access log apart: each would overwrite what the other has written.
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
              .start();
      Nginx nginx = new Nginx(process, output, port);
      Waiting.until("nginx listens", () -> nginx.isListening() || !process.isAlive());
      if (!process.isAlive()) {
        throw new AssertionError("nginx ended: " + nginx.output());
      }
      return nginx;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Where the test is run by root, the folder of the test is for root alone. */
  private static String asWhom() {
    return "root".equals(System.getProperty("user.name")) ? " user root;" : "";
  }

  private static String replaced(String text, String part, String other) {
    if (!text.contains(part)) {
      throw new AssertionError("nginx.conf no longer holds " + part);
    }
    return text.replace(part, other);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private boolean isListening() {
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return probe.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** All that it has written: its messages and its access log. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Ends it; its workers end with it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
