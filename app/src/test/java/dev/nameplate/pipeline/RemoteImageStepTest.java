package dev.nameplate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.DecodedImage;
import dev.nameplate.asset.FetchFailure;
import dev.nameplate.asset.FetchResult;
import dev.nameplate.asset.RemoteImage;
import dev.nameplate.asset.RemoteImages;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.query.QueryReader;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.FolderTemplateFiles;
import dev.nameplate.template.library.TemplateLoader;
import dev.nameplate.template.parse.ParseResult;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked for before a picture's key is made, and what the key makes of it. */
@SuppressWarnings("NullAway.Init") // JUnit and the first method set them.
final class RemoteImageStepTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Instant LATER = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir private Path root;
  private Template template;
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void read() throws IOException {
    Files.createDirectories(root.resolve("t"));
    Files.writeString(
        root.resolve("t/template.json"),
        """
        {"width": 10, "height": 10,
         "fields": {"a": {"kind": "image", "hosts": ["x.example"]},
                    "b": {"kind": "image", "hosts": ["x.example"]},
                    "unseen": {"kind": "image", "hosts": ["x.example"]}},
         "layers": [{"type": "image", "src": "{{ a }}", "box": [0, 0, 5, 5]},
                    {"type": "image", "src": "{{ b }}", "box": [5, 5, 5, 5]}]}
        """);
    template =
        ((ParseResult.Usable) new TemplateLoader(new FolderTemplateFiles(root)).load("t"))
            .template();
  }

  @Test
  void requestWithoutOutsidePictures_paysNothing() {
    MergedFields fields = merged("a=none.png&unknown=https://x.example/1");
    RemoteImageStep step =
        new RemoteImageStep(
            address -> {
              throw new AssertionError("nothing is looked for");
            });
    assertThat(step.settle(template, fields, LONG).join()).isSameAs(fields);
  }

  @Test
  void picturesThatALayerShows_areLookedForAtOnce() {
    MergedFields fields =
        merged("a=https://x.example/1&b=https://x.example/2&unseen=https://x.example/3");
    MergedFields settled = settle(fields, found("one"));
    assertThat(asked).hasValue(2);
    assertThat(settled.goodUntil()).isEqualTo(LATER);
    assertThat(settled.failedFetches()).isEmpty();
  }

  @Test
  void digest_isInTheKey_andAnAddressAloneIsNot() {
    MergedFields fields = merged("a=https://x.example/1");
    assertThat(key(settle(fields, found("one")))).isEqualTo(key(settle(fields, found("one"))));
    assertThat(key(settle(fields, found("one")))).isNotEqualTo(key(settle(fields, found("two"))));
    assertThat(key(settle(fields, found("one"))))
        .isNotEqualTo(key(settle(fields, new FetchResult.Failed(FetchFailure.SLOW))));
  }

  @Test
  void pictureThatDoesNotCome_isGivenUp_andItsSearchGoesOn() {
    CompletableFuture<FetchResult> hanging = new CompletableFuture<>();
    MergedFields settled =
        new RemoteImageStep(address -> hanging)
            .settle(template, merged("a=https://x.example/1"), Duration.ofMillis(1))
            .join();
    assertThat(settled.failedFetches()).containsOnlyKeys("a");
    assertThat(hanging).isNotDone();
  }

  @Test
  void values_areNotInTheTextOfTheirTypes() {
    MergedFields fields = merged("a=https://x.example/secret");
    assertThat(fields + "" + fields.value("a") + settle(fields, found("one")))
        .doesNotContain("secret");
  }

  private MergedFields merged(String query) {
    return new FieldResolver(Optional::of)
        .resolve(template, new QueryReader().read(template, new RawQuery(query)));
  }

  private MergedFields settle(MergedFields fields, FetchResult fetchResult) {
    RemoteImages pictures =
        address -> {
          asked.incrementAndGet();
          return CompletableFuture.completedFuture(fetchResult);
        };
    return new RemoteImageStep(pictures).settle(template, fields, LONG).join();
  }

  private RenderKey key(MergedFields fields) {
    return RenderKey.of(new EngineIdentity("", "", ""), template, Scale.ONE, "png", fields);
  }

  private static FetchResult found(String digest) {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE);
    return new FetchResult.Fetched(new RemoteImage(new DecodedImage("test", image), digest, LATER));
  }
}
