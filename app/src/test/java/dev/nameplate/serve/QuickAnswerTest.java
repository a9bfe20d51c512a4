package dev.nameplate.serve;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A picture is answered before its template's strips are packed as hard as they will be. */
final class QuickAnswerTest {
  private static final String TARGET = "/i/welcome.png?name=x";

  private final AtomicBoolean packed = new AtomicBoolean();
  private final PictureRenderer pictureRenderer =
      new ForwardingDrawing(new FakeDrawing()) {
        @Override
        public RenderResult picture(
            Template template,
            MergedFields fields,
            Scale scale,
            Format format,
            ClockState clockState) {
          return packed.get()
              ? FakeDrawing.drawn("packed", List.of())
              : new RenderResult(FakeDrawing.file("quick"), List.of(), true, Stages.NONE);
        }
      };

  @Test
  void quickAnswer_hasATagOfItsOwn_isKeptShortly_andIsNotStored() {
    try (ImageService images = service();
        HttpServer server = TestServer.over(images)) {
      RawSocket.Answer quick = TestServer.get(server, TARGET, "");
      assertThat(quick.text()).isEqualTo("quick");
      assertThat(quick.head())
          .contains("Cache-Control: public, max-age=60, s-maxage=60, no-transform\r\n")
          .contains("Cache-Status: nameplate; fwd=miss\r\n")
          .doesNotContain("Nameplate-Degraded")
          .containsPattern("ETag: \"[0-9a-f]{32}-quick\"");
      TestServer.get(server, TARGET, "");
      assertThat(images.renders()).isEqualTo(2);
      packed.set(true);
      String held = "If-None-Match: " + quick.header("ETag");
      RawSocket.Answer whole = TestServer.get(server, TARGET, held);
      assertThat(whole.status()).isEqualTo(200);
      assertThat(whole.text()).isEqualTo("packed");
      assertThat(quick.header("ETag"))
          .isEqualTo(whole.header("ETag").replaceAll("\"$", "-quick\""));
      assertThat(whole.head()).contains("max-age=86400");
      assertThat(TestServer.get(server, TARGET, "").head()).contains("nameplate; hit");
    }
  }

  private ImageService service() {
    return new ImageService(
        pictureRenderer,
        (title, detail, format) -> FakeDrawing.file("plain"),
        new ServeSettings(1 << 20, BackgroundSettings.DEFAULT, Duration.ofSeconds(20), 4, 1));
  }
}
