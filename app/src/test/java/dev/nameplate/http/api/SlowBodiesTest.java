package dev.nameplate.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.support.RawSocket;
import dev.nameplate.support.TestApplication;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies that come slowly and readers that take nothing keep no thread from others. */
final class SlowBodiesTest {
  private static final int PORT = TestApplication.application().port();
  private static final int MANY = 300;
  private static final String BODY = "{\"template\":\"welcome\"}";

  @Test
  void bodyThatStops_endsItsConnection_andOthersAreAnsweredMeanwhile() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int at = 0; at < MANY / 3; at++) {
        slow.add(begun("{\"template\":"));
      }
      assertThat(RawSocket.get(PORT, "/i/welcome.png?name=Quick").status()).isEqualTo(200);
      assertThat(RawSocket.exchange(PORT, head(BODY.length()) + BODY).status()).isEqualTo(200);
      for (Socket socket : slow) {
        socket.setSoTimeout(20_000);
        assertThat(ends(socket.getInputStream())).isTrue();
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void bodyInPieces_isReadWhole() throws IOException {
    try (Socket socket = begun(BODY.substring(0, 5))) {
      socket.setSoTimeout(20_000);
      for (int at = 5; at < BODY.length(); at++) {
        socket.getOutputStream().write(BODY.charAt(at));
        socket.getOutputStream().flush();
      }
      String answer = new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void readersThatTakeNothing_leavePicturesAndHealthAThread() throws IOException {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int at = 0; at < MANY; at++) {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), PORT));
        idle.add(socket);
        send(
            socket,
            "GET /docs/api/ui/5.35.0/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n");
      }
      for (int at = 0; at < 20; at++) {
        assertThat(RawSocket.get(PORT, "/i/welcome.png?name=Free" + at).status()).isEqualTo(200);
        assertThat(RawSocket.get(PORT, "/health/live").status()).isEqualTo(200);
      }
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  private static Socket begun(String part) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT);
    send(socket, head(BODY.length()) + part);
    return socket;
  }

  private static String head(int length) {
    return "POST /v1/images HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Connection: close\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** Whether the other end closes, in whatever way. */
  private static boolean ends(InputStream in) {
    try {
      return in.read() < 0;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }
}
