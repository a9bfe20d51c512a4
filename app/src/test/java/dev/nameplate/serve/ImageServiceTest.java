package dev.nameplate.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import dev.nameplate.geometry.Size;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.pipeline.Stages;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.scene.ClockState;
import dev.nameplate.template.CacheAges;
import dev.nameplate.template.Format;
import dev.nameplate.template.OutputOptions;
import dev.nameplate.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ladder: cache, one flight a key, deadline, overload, failure. */
final class ImageServiceTest {
  private static final Template TEMPLATE =
      new Template(
          "plain",
          "Plain",
          new Size(10, 10),
          Rgba.WHITE,
          Locale.ENGLISH,
          ZoneOffset.UTC,
          List.of(),
          Map.of(),
          List.of(),
          Set.of(),
          OutputOptions.DEFAULT,
          CacheAges.DEFAULT,
          "d");

  private final FakeDrawing drawing = new FakeDrawing();
  private final ExecutorService clients = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    drawing.gate.countDown();
    clients.shutdownNow();
  }

  @Test
  void manyAskersOfOneKey_areServedByOneRender() throws Exception {
    try (ImageService service = service(Duration.ofSeconds(20), 4)) {
      List<Future<Outcome>> answers = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        answers.add(clients.submit(() -> service.answer(request("name=x"), clients).join()));
      }
      drawing.entered.await();
      drawing.gate.countDown();
      for (Future<Outcome> answer : answers) {
        assertThat(body(answer.get())).isEqualTo("personal");
      }
      assertThat(drawing.pictures).hasValue(1);
      assertThat(service.renders()).isEqualTo(1);
    }
  }

  @Test
  void deadline_endsTheWait_notTheWork() throws Exception {
    try (ImageService service = service(Duration.ofMillis(20), 4)) {
      service.warm(List.of(TEMPLATE));
      Outcome first = service.answer(request("name=x"), clients).join();
      assertThat(first).isInstanceOf(Outcome.Degraded.class);
      assertThat(((Outcome.Degraded) first).reason()).isEqualTo(Outcome.Reason.DEADLINE);
      assertThat(body(first)).isEqualTo("standard");
      drawing.gate.countDown();
      service.drain(Duration.ofSeconds(20));
      Outcome second = service.answer(request("name=x"), clients).join();
      assertThat(((Outcome.Picture) second).hit()).isTrue();
    }
  }

  @Test
  void fullQueue_isAnsweredWithTheStandardPicture() throws Exception {
    try (ImageService service = service(Duration.ofSeconds(20), 1)) {
      service.warm(List.of(TEMPLATE));
      Future<Outcome> drawn = service.answer(request("name=1"), clients);
      drawing.entered.await();
      Future<Outcome> waiting = service.answer(request("name=2"), clients);
      Outcome overload = service.answer(request("name=3"), clients).join();
      assertThat(((Outcome.Degraded) overload).reason()).isEqualTo(Outcome.Reason.OVERLOAD);
      assertThat(body(overload)).isEqualTo("standard");
      drawing.gate.countDown();
      assertThat(body(drawn.get())).isEqualTo("personal");
      assertThat(body(waiting.get())).isEqualTo("personal");
    }
  }

  @Test
  void follower_waitsByItsOwnDeadline() throws Exception {
    try (ImageService hasty = service(Duration.ofMillis(20), 4)) {
      Future<Outcome> first = hasty.answer(request("name=x"), clients);
      assertThat(((Outcome.Degraded) first.get()).reason()).isEqualTo(Outcome.Reason.DEADLINE);
      Future<Outcome> follower = hasty.answer(request("name=x"), clients);
      assertThat(((Outcome.Degraded) follower.get()).reason()).isEqualTo(Outcome.Reason.DEADLINE);
      assertThat(hasty.renders()).isEqualTo(1);
    }
  }

  @Test
  void bug_isAnsweredWithTheStandardPicture() {
    try (ImageService service = service(Duration.ofSeconds(20), 1)) {
      service.warm(List.of(TEMPLATE));
      Outcome outcome = service.answer(request("bug"), clients).join();
      assertThat(((Outcome.Degraded) outcome).reason()).isEqualTo(Outcome.Reason.ERROR);
      assertThat(body(outcome)).isEqualTo("standard");
    }
  }

  @Test
  void bug_beforeAnythingIsWarm_isAnsweredWithAPlainPicture() {
    try (ImageService service = service(Duration.ofSeconds(20), 1)) {
      assertThat(body(service.answer(request("bug"), clients).join())).isEqualTo("plain");
    }
  }

  @Test
  void pictureLeftByAFailedLayer_isServed_andNotKept() {
    drawing.gate.countDown();
    PictureRenderer losing =
        new ForwardingDrawing(drawing) {
          @Override
          public RenderResult picture(
              Template template,
              MergedFields fields,
              Scale scale,
              Format format,
              ClockState clockState) {
            return FakeDrawing.drawn("without a layer", List.of("1 image"));
          }
        };
    try (ImageService service = service(losing, Duration.ofSeconds(20), 4)) {
      for (int i = 0; i < 2; i++) {
        Outcome outcome = service.answer(request("name=x"), clients).join();
        assertThat(((Outcome.Degraded) outcome).reason()).isEqualTo(Outcome.Reason.LAYER);
        assertThat(body(outcome)).isEqualTo("without a layer");
      }
      assertThat(service.renders()).isEqualTo(2);
    }
  }

  @Test
  void standardPicture_thatFindsNoSpace_isNotDrawnForEachRequest() {
    AtomicInteger standards = new AtomicInteger();
    PictureRenderer counting =
        new ForwardingDrawing(drawing) {
          @Override
          public RenderResult picture(
              Template template,
              MergedFields fields,
              Scale scale,
              Format format,
              ClockState clockState) {
            standards.addAndGet(fields.standard() ? 1 : 0);
            return super.picture(template, fields, scale, format, clockState);
          }
        };
    drawing.gate.countDown();
    RenderExecutor executor = new RenderExecutor(2, 64);
    ServeSettings spaceless =
        new ServeSettings(1 << 20, 0, BackgroundSettings.DEFAULT, Duration.ofSeconds(20), 64, 2);
    try (ImageService service =
        new ImageService(
            counting,
            (title, detail, format) -> FakeDrawing.file("plain"),
            spaceless,
            new RenderResources(executor, Optional.empty()),
            InstantSource.system())) {
      for (int name = 0; name < 20; name++) {
        assertThat(body(service.answer(request("name=" + name), clients).join()))
            .isEqualTo("personal");
      }
      executor.background(() -> 0).join();
      assertThat(standards).hasValue(1);
    }
  }

  @Test
  void provisionalStandardPicture_isDrawnAgain_whenWarmedAgain() {
    AtomicInteger warmings = new AtomicInteger();
    PictureRenderer hurried =
        new ForwardingDrawing(drawing) {
          @Override
          public RenderResult picture(
              Template template,
              MergedFields fields,
              Scale scale,
              Format format,
              ClockState clockState) {
            boolean first = warmings.get() == 1;
            return new RenderResult(
                FakeDrawing.file(first ? "fast" : "best " + warmings)
                    .at(first ? Effort.FAST : Effort.BEST),
                List.of(),
                Stages.NONE);
          }
        };
    try (ImageService service = service(hurried, Duration.ofSeconds(20), 4)) {
      for (String expected : List.of("fast", "best 2", "best 2")) {
        warmings.incrementAndGet();
        service.warm(List.of(TEMPLATE));
        assertThat(body(service.answer(request("bug"), clients).join())).isEqualTo(expected);
      }
    }
  }

  private ImageService service(Duration deadline, int queue) {
    return service(drawing, deadline, queue);
  }

  private static ImageService service(
      PictureRenderer pictureRenderer, Duration deadline, int queue) {
    return new ImageService(
        pictureRenderer,
        (title, detail, format) -> FakeDrawing.file("plain"),
        settings(deadline, queue));
  }

  private static ServeSettings settings(Duration deadline, int queue) {
    return new ServeSettings(1 << 20, 16 << 20, BackgroundSettings.DEFAULT, deadline, queue, 1);
  }

  private static ImageRequest request(String query) {
    return new ImageRequest(
        TEMPLATE, Scale.ONE, Format.PNG, new RawQuery(query), ClientContext.unrestricted());
  }

  private static String body(Outcome outcome) {
    EncodedPicture file =
        outcome instanceof Outcome.Picture picture
            ? picture.body()
            : ((Outcome.Degraded) outcome).body();
    return new String(file.toByteArray(), StandardCharsets.UTF_8);
  }
}
