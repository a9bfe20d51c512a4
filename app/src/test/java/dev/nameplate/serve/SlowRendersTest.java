package dev.nameplate.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.geometry.Scale;
import dev.nameplate.http.HttpServer;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Renders may be slow and many: what is known already is answered all the same. */
final class SlowRendersTest {
  /** More than the server has threads. */
  private static final int SLOW = 400;

  private static final String KNOWN = "/i/welcome.png";

  private final FakeDrawing drawing = new FakeDrawing();
  private final CountDownLatch arrived = new CountDownLatch(SLOW);
  private final PictureRenderer counting =
      new ForwardingDrawing(drawing) {
        @Override
        public RenderKey key(
            Template template,
            MergedFields fields,
            Scale scale,
            Format format,
            ClockState clockState) {
          if (!fields.standard()) {
            arrived.countDown();
          }
          return super.key(template, fields, scale, format, clockState);
        }
      };

  @Test
  void hitAnd304_areAnswered_whileMoreRendersWaitThanThereAreThreads() throws Exception {
    ServeSettings settings =
        new ServeSettings(
            1 << 20, 16 << 20, BackgroundSettings.DEFAULT, Duration.ofMinutes(1), SLOW, 1);
    try (ImageService images =
            new ImageService(counting, (t, d, f) -> FakeDrawing.file("plain"), settings);
        HttpServer server = TestServer.over(images)) {
      String etag = TestServer.get(server, KNOWN, "").header("ETag");
      List<CompletableFuture<HttpResponse<byte[]>>> slow = askSlowly(server.port());
      arrived.await();
      assertThat(TestServer.get(server, KNOWN, "").status()).isEqualTo(200);
      assertThat(TestServer.get(server, KNOWN, "If-None-Match: " + etag).status()).isEqualTo(304);
      assertThat(slow).noneMatch(CompletableFuture::isDone);
      drawing.gate.countDown();
      for (CompletableFuture<HttpResponse<byte[]>> answer : slow) {
        assertThat(new String(answer.get().body(), StandardCharsets.UTF_8)).isEqualTo("personal");
      }
    } finally {
      drawing.gate.countDown();
    }
  }

  private static List<CompletableFuture<HttpResponse<byte[]>>> askSlowly(int port) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return IntStream.range(0, SLOW)
        .mapToObj(i -> URI.create("http://127.0.0.1:" + port + "/i/welcome.png?name=" + i))
        .map(uri -> HttpRequest.newBuilder(uri).build())
        .map(ask -> client.sendAsync(ask, HttpResponse.BodyHandlers.ofByteArray()))
        .toList();
  }
}
