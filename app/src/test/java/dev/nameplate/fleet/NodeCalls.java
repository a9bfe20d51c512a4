package dev.nameplate.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Calls of a node that may end at any time. */
final class NodeCalls {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  NodeCalls(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** An answer that was read whole. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Reply(int status, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Asks a node that does not end meanwhile. */
  Reply get(String target) {
    try {
      return send("GET", target, "", Map.of());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Asks.
   *
   * @throws IOException where the node has ended
   */
  Reply send(String method, String target, String body, Map<String, String> headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + target))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Reply(answer.statusCode(), answer.body());
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /**
   * Reads a job's stream of events to its end.
   *
   * @param needsEnd whether the event of the end must have come
   * @return whether it ended as streams do, with the event that is needed; false where it was
   *     broken off
   */
  boolean events(String job, boolean needsEnd) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/v1/batches/" + job + "/events")).build();
    boolean ended = false;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body(),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ended |= line.equals("event: end");
      }
      return ended || !needsEnd;
    } catch (java.net.ConnectException gone) {
      return !needsEnd;
    } catch (IOException broken) {
      return false;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
