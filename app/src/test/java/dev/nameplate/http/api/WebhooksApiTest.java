package dev.nameplate.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.batch.webhook.WebhookSecret;
import dev.nameplate.support.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks of the whole program, from the list to a receiver on this machine. */
final class WebhooksApiTest {
  private static final int PATIENCE_SECONDS = 30;

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  private KeyedServer server(String... more) {
    Map<String, String> settings = new HashMap<>();
    for (int at = 0; at < more.length; at += 2) {
      settings.put(more[at], more[at + 1]);
    }
    return new KeyedServer(folder, settings);
  }

  private static ApiCalls.Reply submitted(ApiCalls api, String webhook) {
    String[] token = KeyedServer.anything();
    ApiCalls.Reply reply =
        api.post(
            "/v1/batches?template=welcome&url=plain&webhook=" + webhook,
            "name\nZanzibarina\n",
            token[0],
            token[1],
            "Content-Type",
            "text/csv");
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    return reply;
  }

  /** The delivery log once it has so many calls. */
  private static JsonNode deliveries(ApiCalls api, String path, int calls) {
    JsonNode log = api.send("GET", path + "/deliveries", KeyedServer.anything()).json();
    for (int tries = 0; tries < 10_000 && log.path("attempts").size() < calls; tries++) {
      Waiting.pause();
      log = api.send("GET", path + "/deliveries", KeyedServer.anything()).json();
    }
    assertThat(log.path("attempts")).hasSize(calls);
    return log;
  }

  private static RecordedRequest received(MockWebServer receiver) throws InterruptedException {
    return Optional.ofNullable(receiver.takeRequest(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .orElseThrow(() -> new AssertionError("the receiver was not called"));
  }

  private static String header(RecordedRequest request, String name) {
    return Optional.ofNullable(request.getHeaders().get(name)).orElse("");
  }

  /** Checks a call as a receiver does, with the secret that the 202 told. */
  private static void isSigned(RecordedRequest call, String secret) {
    byte[] body = Optional.ofNullable(call.getBody()).orElse(ByteString.EMPTY).toByteArray();
    long seconds = Long.parseLong(header(call, "webhook-timestamp"));
    WebhookSecret known =
        new WebhookSecret(Base64.getDecoder().decode(secret.substring("whsec_".length())));
    assertThat(header(call, "webhook-signature"))
        .isEqualTo(known.sign(header(call, "webhook-id"), seconds, body));
  }

  @Test
  void receiverThatFailsTwice_isCalledAThirdTime_andOnceMoreByAReplay() throws Exception {
    try (MockWebServer receiver = new MockWebServer();
        KeyedServer server = server("NAMEPLATE_REMOTE_ALLOW", "127.0.0.0/8")) {
      receiver.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
      for (int status : new int[] {500, 503, 200, 204}) {
        receiver.enqueue(new MockResponse.Builder().code(status).build());
      }
      ApiCalls api = server.calls();
      ApiCalls.Reply taken = submitted(api, "http://127.0.0.1:" + receiver.getPort() + "/hook");
      String secret = taken.json().path("webhook_secret").asText();
      String path = taken.header("Location");
      RecordedRequest first = received(receiver);
      isSigned(first, secret);
      assertThat(text(first))
          .contains("\"type\":\"batch.completed\"", "\"done\":1")
          .doesNotContain("Zanzibarina");
      JsonNode log = deliveries(api, path, 1);
      assertThat(log.at("/attempts/0/status").asInt()).isEqualTo(500);
      assertThat(log.path("next_at").asText()).isEqualTo("2026-06-01T00:00:05Z");
      server.pass(Duration.ofSeconds(5));
      RecordedRequest second = received(receiver);
      assertThat(header(second, "webhook-id")).isEqualTo(header(first, "webhook-id"));
      assertThat(header(second, "webhook-timestamp"))
          .isNotEqualTo(header(first, "webhook-timestamp"));
      isSigned(second, secret);
      assertThat(deliveries(api, path, 2).path("next_at").asText())
          .isEqualTo("2026-06-01T00:05:05Z");
      server.pass(Duration.ofMinutes(5));
      isSigned(received(receiver), secret);
      JsonNode done = deliveries(api, path, 3);
      assertThat(done.at("/attempts/2/status").asInt()).isEqualTo(200);
      assertThat(done.path("next_at").isNull()).isTrue();
      assertThat(api.send("POST", path + "/deliveries", KeyedServer.anything()).status())
          .isEqualTo(200);
      isSigned(received(receiver), secret);
      assertThat(deliveries(api, path, 4).at("/attempts/3/status").asInt()).isEqualTo(204);
    }
  }

  private static String text(RecordedRequest call) {
    return Optional.ofNullable(call.getBody()).orElse(ByteString.EMPTY).utf8();
  }

  @Test
  void privateAddress_isNeverCalled_andTheLogSaysSo() throws IOException {
    try (MockWebServer receiver = new MockWebServer();
        KeyedServer server = server()) {
      receiver.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
      ApiCalls api = server.calls();
      String path =
          submitted(api, "https://127.0.0.1:" + receiver.getPort() + "/hook").header("Location");
      JsonNode log = deliveries(api, path, 1);
      assertThat(log.at("/attempts/0/status").asInt()).isNegative();
      assertThat(log.path("next_at").isNull()).isTrue();
      assertThat(receiver.getRequestCount()).isZero();
    }
  }
}
