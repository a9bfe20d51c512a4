package dev.nameplate.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A Redis of a test's own, as a child process on a free port of 127.0.0.1, without files. */
public final class RedisServer implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private final List<String> options;
  private final int port;
  private final Path folder;
  private Process process;

  /**
   * Starts it.
   *
   * @param options as on the command line: {@code --maxmemory}, {@code 1mb}
   */
  public RedisServer(String... options) {
    this.options = List.of(options);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
      folder = Files.createTempDirectory("redis");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    process = started();
  }

  private Process started() {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("redis-server", "--port", Integer.toString(port)));
    command.addAll(List.of("--bind", "127.0.0.1", "--dir", folder.toString(), "--save", ""));
    command.addAll(options);
    try {
      Process begun =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      await("redis-server listens", this::isListening);
      return begun;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Its URI. */
  public String uri() {
    return "redis://127.0.0.1:" + port;
  }

  /** Stops it in the middle of whatever it does; connections stay open (SIGSTOP). */
  public void freeze() {
    signal("STOP");
  }

  /** Lets it go on (SIGCONT). */
  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int unused =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Kills it (SIGKILL). */
  public void kill() {
    try {
      int unused = process.destroyForcibly().waitFor();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Starts it again on the same port; it is empty unless its options keep a file. */
  public void restart() {
    kill();
    process = started();
  }

  /**
   * Sends one command over a connection of its own.
   *
   * @return the first 64 KiB of the answer, as it came
   */
  public String send(String... words) {
    StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      int length = word.getBytes(StandardCharsets.UTF_8).length;
      request.append('$').append(length).append("\r\n").append(word).append("\r\n");
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
      byte[] answer = new byte[1 << 16];
      int length = socket.getInputStream().read(answer);
      return new String(answer, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Waits until something is the case.
   *
   * @throws AssertionError where it is not within 20 seconds
   */
  public static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never: " + what);
      }
      Waiting.pause();
    }
  }

  private static void delete(File file) {
    boolean unused = file.delete();
  }

  @Override
  public void close() {
    kill();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(RedisServer::delete);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
