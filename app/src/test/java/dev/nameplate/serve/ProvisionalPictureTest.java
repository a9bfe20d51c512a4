package dev.nameplate.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Effort;
import dev.nameplate.geometry.Scale;
import dev.nameplate.http.HttpServer;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.pipeline.Stages;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.scene.ClockState;
import dev.nameplate.support.RawSocket;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A picture that was compressed fast and the same one at best effort are one picture. */
final class ProvisionalPictureTest {
  private static final String TARGET = "/i/welcome.png?name=x";

  private final CountDownLatch best = new CountDownLatch(1);
  private final PictureRenderer pictureRenderer =
      new ForwardingDrawing(new FakeDrawing()) {
        @Override
        public RenderResult picture(
            Template template,
            MergedFields fields,
            Scale scale,
            Format format,
            ClockState clockState) {
          return new RenderResult(FakeDrawing.file("fast").at(Effort.FAST), List.of(), Stages.NONE);
        }

        @Override
        public RenderResult bestPicture(
            Template template,
            MergedFields fields,
            Scale scale,
            Format format,
            ClockState clockState) {
          try {
            best.await();
          } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
          }
          return FakeDrawing.drawn("best", List.of());
        }
      };

  @Test
  void fastAndBestFile_shareTagEntryAndAges_andTheBestTakesThePlace() {
    RenderExecutor executor = new RenderExecutor(2, 16);
    try (ImageService images = service(executor);
        HttpServer server = TestServer.over(images)) {
      RawSocket.Answer fast = TestServer.get(server, TARGET, "");
      assertThat(fast.text()).isEqualTo("fast");
      assertThat(fast.head())
          .contains("max-age=86400")
          .contains("Cache-Status: nameplate; fwd=miss\r\n")
          .containsPattern("ETag: W/\"[0-9a-f]{32}\"\r\n");
      RawSocket.Answer cached = TestServer.get(server, TARGET, "");
      assertThat(cached.text()).isEqualTo("fast");
      assertThat(cached.head()).contains("nameplate; hit");
      assertThat(images.renders()).isEqualTo(1);
      best.countDown();
      executor.background(() -> 0).join();
      RawSocket.Answer better = TestServer.get(server, TARGET, "");
      assertThat(better.text()).isEqualTo("best");
      assertThat(better.header("ETag")).isEqualTo(fast.header("ETag"));
      assertThat(TestServer.get(server, TARGET, "").text()).isEqualTo("best");
      assertThat(TestServer.get(server, TARGET, "If-None-Match: " + fast.header("ETag")).status())
          .isEqualTo(304);
      assertThat(images.renders()).isEqualTo(1);
    }
  }

  private ImageService service(RenderExecutor executor) {
    return new ImageService(
        pictureRenderer,
        (title, detail, format) -> FakeDrawing.file("plain"),
        new ServeSettings(
            1 << 20, 16 << 20, BackgroundSettings.DEFAULT, Duration.ofSeconds(20), 4, 2),
        new RenderResources(executor, java.util.Optional.empty()),
        java.time.InstantSource.system());
  }
}
