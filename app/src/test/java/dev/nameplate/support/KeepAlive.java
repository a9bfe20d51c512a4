package dev.nameplate.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection for many requests, each target put on the wire unchanged. */
public final class KeepAlive implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;

  public KeepAlive(int port) {
    this(port, PATIENCE_MILLIS);
  }

  /** The same with a patience of its own. */
  public KeepAlive(int port, int patienceMillis) {
    try {
      this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(patienceMillis);
      socket.setTcpNoDelay(true);
      this.in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Asks for a target. */
  public RawSocket.Answer get(String target) {
    return ask("GET", target);
  }

  /**
   * Asks with any method and header lines.
   *
   * @param lines of the header, without their ends
   */
  public RawSocket.Answer ask(String method, String target, String... lines) {
    String more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
    String request = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
    try {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String head = head();
      return new RawSocket.Answer(
          head, method.equals("HEAD") ? new byte[0] : in.readNBytes(length(head)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the server closed after: " + head);
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static int length(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("content-length:");
    return at < 0 ? 0 : Integer.parseInt(head.substring(at + 15, head.indexOf('\r', at)).strip());
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
