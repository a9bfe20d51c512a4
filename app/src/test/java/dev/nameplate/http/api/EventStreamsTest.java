package dev.nameplate.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams of events over real connections: how many there are, and how they end. */
final class EventStreamsTest {
  private static final int PATIENCE_MILLIS = 30_000;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  /** A stream that has begun. */
  private record Stream(Socket socket, BufferedReader reader) implements AutoCloseable {
    static Stream open(int port, String path) throws IOException {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MILLIS);
      String head =
          "GET "
              + path
              + "/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
              + KeyedServer.anything()[1]
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      return new Stream(
          socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)));
    }

    /** Reads until a line, whose text is returned. */
    String line(String beginning) throws IOException {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith(beginning)) {
          return line;
        }
      }
      throw new AssertionError("the stream ended before " + beginning);
    }

    /** What comes before the end of the connection. */
    String rest() throws IOException {
      StringBuilder text = new StringBuilder();
      for (int read = reader.read(); read >= 0; read = reader.read()) {
        text.append((char) read);
      }
      return text.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** The path of a job that waits to be started. */
  private static String held(ApiCalls api) {
    String form =
        """
        --b7
        Content-Disposition: form-data; name="template"

        welcome
        --b7
        Content-Disposition: form-data; name="hold"

        1
        --b7
        Content-Disposition: form-data; name="file"; filename="p.csv"

        name
        Maria

        --b7--
        """
            .replace("\n", "\r\n");
    String[] token = KeyedServer.anything();
    ApiCalls.Reply reply =
        api.post(
            "/v1/batches",
            form,
            token[0],
            token[1],
            "Content-Type",
            "multipart/form-data; boundary=b7");
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    assertThat(reply.json().path("status").asText()).isEqualTo("paused");
    return reply.header("Location");
  }

  @Test
  @SuppressWarnings("try") // The server ends before its streams are read to their ends.
  void streams_overTheLimit_areToldToPoll_andAllEndWithTheServer() throws IOException {
    List<Stream> streams = new ArrayList<>();
    try (KeyedServer server = new KeyedServer(folder, Map.of())) {
      ApiCalls api = server.calls();
      String path = held(api);
      for (int number = 0; number < EventStreams.MOST; number++) {
        Stream stream = Stream.open(api.port(), path);
        streams.add(stream);
        assertThat(stream.line("id: ")).isEqualTo("id: paused-0");
      }
      ApiCalls.Reply tooMany = api.send("GET", path + "/events", KeyedServer.anything());
      assertThat(tooMany.status()).isEqualTo(503);
      assertThat(tooMany.code()).isEqualTo("overloaded");
      assertThat(tooMany.header("Retry-After")).isEqualTo("1");
      assertThat(api.send("GET", path, KeyedServer.anything()).status())
          .as("requests find threads all the same")
          .isEqualTo(200);
      server.close();
      for (Stream stream : streams) {
        assertThat(stream.rest()).as("whole to its end").endsWith("\r\n0\r\n\r\n");
      }
    } finally {
      for (Stream stream : streams) {
        stream.close();
      }
    }
  }

  @Test
  void startedJob_tellsEveryReader_andEnds() throws IOException {
    try (KeyedServer server = new KeyedServer(folder, Map.of())) {
      ApiCalls api = server.calls();
      String path = held(api);
      try (Stream one = Stream.open(api.port(), path);
          Stream two = Stream.open(api.port(), path)) {
        assertThat(one.line("id: ")).isEqualTo(two.line("id: "));
        api.send("POST", path + "/resume", KeyedServer.anything());
        for (Stream stream : List.of(one, two)) {
          assertThat(stream.line("event: end")).isNotEmpty();
          assertThat(stream.line("id: ")).isEqualTo("id: completed-1");
        }
      }
    }
  }
}
