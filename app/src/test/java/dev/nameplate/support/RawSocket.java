package dev.nameplate.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Sends bytes as they are, which no HTTP client would, and reads the answer to its end. */
public final class RawSocket {
  private static final int PATIENCE_MILLIS = 20_000;

  private RawSocket() {}

  /**
   * An answer.
   *
   * @param head status line and headers, in Latin-1
   */
  @SuppressWarnings("ArrayRecordComponent") // Read by tests, never compared.
  public record Answer(String head, byte[] body) {
    /** The number in the status line. */
    public int status() {
      return Integer.parseInt(head.split(" ")[1]);
    }

    /** A header's value; empty where there is none. */
    public String header(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }

    /** Status line and header lines in an order of their own, without some. */
    public List<String> linesWithout(Set<String> names) {
      return head.lines()
          .filter(line -> !names.contains(line.substring(0, Math.max(0, line.indexOf(':')))))
          .sorted()
          .toList();
    }

    /** The body as text. */
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Asks for a target that goes onto the wire unchanged, one byte a character (Latin-1). */
  public static Answer get(int port, String target) {
    return exchange(
        port, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  /** Sends a whole request and reads until the server closes. */
  public static Answer exchange(int port, String request) {
    return exchange(port, request, InetAddress.getLoopbackAddress());
  }

  /** The same from another address of this machine, {@code 127.0.0.2}. */
  public static Answer exchange(int port, String request, InetAddress from) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(all);
      byte[] bytes = all.toByteArray();
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      return new Answer(
          text.substring(0, end), java.util.Arrays.copyOfRange(bytes, end + 4, bytes.length));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
