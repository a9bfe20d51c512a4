package dev.nameplate.serve;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import dev.nameplate.geometry.Size;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.PictureRenderer;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.store.ResultStore;
import dev.nameplate.template.CacheAges;
import dev.nameplate.template.Format;
import dev.nameplate.template.OutputOptions;
import dev.nameplate.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A second-level store: looked into once a flight and before a permit, and never in the way. */
final class SharedResultsTest {
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
  private final ExecutorService onward = Executors.newCachedThreadPool();
  private final FakeStore store = new FakeStore();

  @AfterEach
  void stop() {
    drawing.gate.countDown();
    onward.shutdownNow();
  }

  @Test
  void pictureOfAnotherNode_isAnswered_withoutDrawing_andKeptHere() {
    store.answer = completedFuture(Optional.of(FakeDrawing.file("of another node")));
    try (ImageService service = service(1)) {
      assertThat(body(answer(service, "name=x").join())).isEqualTo("of another node");
      assertThat(body(answer(service, "name=x").join())).isEqualTo("of another node");
      assertThat(service.renders()).isZero();
      assertThat(store.asked).hasValue(1);
      assertThat(store.kept).isEmpty();
    }
  }

  @Test
  void drawnPicture_isHandedToTheStore_onceItIsAnswered() throws Exception {
    drawing.gate.countDown();
    try (ImageService service = service(1)) {
      assertThat(body(answer(service, "name=x").join())).isEqualTo("personal");
      store.put.await();
      assertThat(store.kept.values())
          .extracting(SharedResultsTest::text)
          .containsExactly("personal");
    }
  }

  @Test
  void callersOfOneKey_lookIntoTheStoreOnce() {
    store.answer = new CompletableFuture<>();
    try (ImageService service = service(1)) {
      CompletableFuture<Outcome> first = answer(service, "name=x");
      CompletableFuture<Outcome> second = answer(service, "name=x");
      assertThat(store.asked).hasValue(1);
      store.answer.complete(Optional.of(FakeDrawing.file("shared")));
      assertThat(body(first.join())).isEqualTo("shared");
      assertThat(body(second.join())).isEqualTo("shared");
    }
  }

  @Test
  void lookUp_takesNoPermit_andBlocksNoThread() throws Exception {
    try (ImageService service = service(1)) {
      var unused = answer(service, "name=1");
      drawing.entered.await();
      store.answer = completedFuture(Optional.of(FakeDrawing.file("shared")));
      assertThat(body(answer(service, "name=2").join()))
          .as("while the only permit is taken")
          .isEqualTo("shared");
    }
  }

  @Test
  void storeThatFails_isAsIfItHadNothing() {
    drawing.gate.countDown();
    try (ImageService service = service(1)) {
      store.answer = CompletableFuture.failedFuture(new IllegalStateException("down"));
      assertThat(body(answer(service, "name=1").join())).isEqualTo("personal");
      store.broken = true;
      assertThat(body(answer(service, "name=2").join())).isEqualTo("personal");
      assertThat(body(answer(service, "name=3").join())).isEqualTo("personal");
    }
  }

  @Test
  void storeThatNeverAnswers_isNotWaitedForLong() {
    drawing.gate.countDown();
    store.answer = new CompletableFuture<>();
    try (ImageService service = service(1)) {
      assertThat(body(answer(service, "name=x").join())).isEqualTo("personal");
      assertThat(service.renders()).isEqualTo(1);
    }
  }

  @Test
  void pictureWithoutALayer_isNotShared() {
    PictureRenderer losing =
        new ForwardingDrawing(drawing) {
          @Override
          public RenderResult picture(
              Template template,
              MergedFields fields,
              Scale scale,
              Format format,
              ClockState clockState) {
            return FakeDrawing.drawn("lacking", List.of("1 image"));
          }
        };
    try (ImageService service = service(losing, 1)) {
      assertThat(body(answer(service, "name=x").join())).isEqualTo("lacking");
    }
    assertThat(store.kept).isEmpty();
  }

  private CompletableFuture<Outcome> answer(ImageService service, String query) {
    return service.answer(
        new ImageRequest(
            TEMPLATE, Scale.ONE, Format.PNG, new RawQuery(query), ClientContext.unrestricted()),
        onward);
  }

  private ImageService service(int permits) {
    return service(drawing, permits);
  }

  private ImageService service(PictureRenderer pictureRenderer, int permits) {
    ServeSettings settings =
        new ServeSettings(
            1 << 20, 16 << 20, BackgroundSettings.DEFAULT, Duration.ofSeconds(20), 4, permits);
    return new ImageService(
        pictureRenderer,
        (title, detail, format) -> FakeDrawing.file("plain"),
        settings,
        new RenderResources(
            new RenderExecutor(settings.permits(), settings.queue()), Optional.of(store)),
        InstantSource.system());
  }

  private static String body(Outcome outcome) {
    return text(
        outcome instanceof Outcome.Picture picture
            ? picture.body()
            : ((Outcome.Degraded) outcome).body());
  }

  private static String text(EncodedPicture picture) {
    return new String(picture.toByteArray(), StandardCharsets.UTF_8);
  }

  /** A store that answers as a test has it. */
  private static final class FakeStore implements ResultStore {
    private volatile CompletableFuture<Optional<EncodedPicture>> answer =
        completedFuture(Optional.empty());
    private volatile boolean broken;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<RenderKey, EncodedPicture> kept = new ConcurrentHashMap<>();
    private final CountDownLatch put = new CountDownLatch(1);

    @Override
    public CompletionStage<Optional<EncodedPicture>> get(RenderKey key) {
      asked.incrementAndGet();
      if (broken) {
        throw new IllegalStateException("a bug");
      }
      return answer;
    }

    @Override
    public void put(RenderKey key, EncodedPicture picture, Duration keep) {
      if (broken) {
        throw new IllegalStateException("a bug");
      }
      kept.put(key, picture);
      put.countDown();
    }
  }
}
