package dev.nameplate.pipeline.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.AssetSettings;
import dev.nameplate.asset.AssetSource;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.StripStore;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.Layout;
import dev.nameplate.merge.FieldResolver;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.render.PreparedBackground;
import dev.nameplate.render.Renderer;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.store.WorkSettings;
import dev.nameplate.support.Fonts;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.text.Typesetter;
import dev.nameplate.text.font.FontLibrary;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strips are compressed twice; if the second time fails, the first ones remain in use. */
final class BackgroundCacheTest {
  private static final long PLENTY = 64L << 20;

  /** Enough for the strips of some templates and the pixels of one. */
  private static final long LITTLE = 4L << 20;

  private final Queue<Runnable> later = new ArrayDeque<>();
  private boolean exhausted;
  private boolean lost;
  private final BackgroundCache backgrounds = backgrounds(PLENTY);
  private final Template template = TestApplication.template("loyalty-card");

  @Test
  void strips_packedAgain_keepTheBaseThatWasPainted() {
    CachedBackground quick = get();
    later.remove().run();
    CachedBackground best = get();
    assertThat(quick.effort()).isEqualTo(Effort.FAST);
    assertThat(best.effort()).isEqualTo(Effort.BEST);
    assertThat(best.pixels()).isSameAs(quick.pixels());
    assertThat(later).isEmpty();
  }

  @Test
  void strips_withoutMemoryToPackThemAgain_stayAsTheyAre_andAreNotTriedAgain() {
    CachedBackground quick = get();
    exhausted = true;
    later.remove().run();
    exhausted = false;
    assertThat(get()).isEqualTo(quick);
    assertThat(later).isEmpty();
  }

  @Test
  void opaquePicture_hasOneBase_inEveryFormat() {
    Template opaque = TestApplication.template("welcome");
    PreparedBackground pixels = backgrounds.get(opaque, Scale.ONE, Format.PNG).pixels();
    assertThat(backgrounds.get(opaque, Scale.ONE, Format.JPEG).pixels()).isSameAs(pixels);
  }

  @Test
  void strips_outlastTheirPixels_andFitThoseThatArePaintedAgain() {
    BackgroundCache crowded = backgrounds(LITTLE);
    CachedBackground best = crowded.best(template, Scale.ONE, Format.PNG);
    crowded.best(TestApplication.template("welcome"), Scale.TWO, Format.JPEG);
    CachedBackground again = crowded.get(template, Scale.ONE, Format.PNG);
    assertThat(again.pixels()).isNotSameAs(best.pixels());
    assertThat(strips(again)).isSameAs(strips(best));
    assertThat(later).isEmpty();
  }

  @Test
  void strips_ofABaseThatLacksALayer_areNotTakenForOneThatHasIt() {
    BackgroundCache crowded = backgrounds(LITTLE);
    Template pictured = TestApplication.template("flash-sale");
    lost = true;
    CachedBackground lacking = crowded.best(pictured, Scale.ONE, Format.PNG);
    lost = false;
    assertThat(lacking.pixels().failures()).isNotEmpty();
    crowded.best(TestApplication.template("welcome"), Scale.TWO, Format.JPEG);
    CachedBackground whole = crowded.best(pictured, Scale.ONE, Format.PNG);
    assertThat(whole.pixels().failures()).isEmpty();
    assertThat(strips(whole)).isNotSameAs(strips(lacking));
  }

  @Test
  void strips_packedAtBestEffortAtOnce_areStoredForOtherProcesses(@TempDir Path folder) {
    WorkSettings settings = new WorkSettings(Optional.of(folder), PLENTY);
    EngineIdentity engine = new EngineIdentity("this", "build", "fonts");
    try (WorkFolder work = WorkFolder.open(settings)) {
      BackgroundFiles files = new BackgroundFiles(() -> work, engine);
      CachedBackground made =
          backgrounds(PLENTY, Optional.of(files)).best(template, Scale.ONE, Format.PNG);
      assertThat(made.effort()).isEqualTo(Effort.BEST);
    }
    assertThat(later).isEmpty();
    try (WorkFolder work = WorkFolder.open(settings)) {
      BackgroundFiles files = new BackgroundFiles(() -> work, engine);
      CachedBackground found =
          backgrounds(PLENTY, Optional.of(files)).get(template, Scale.ONE, Format.PNG);
      assertThat(found.effort()).isEqualTo(Effort.BEST);
      assertThat(found.pixels().bytes()).as("read strip by strip").isZero();
    }
  }

  private static StripStore strips(CachedBackground background) {
    return background.strips().orElseThrow();
  }

  private CachedBackground get() {
    return backgrounds.get(template, Scale.ONE, Format.PNG);
  }

  private BackgroundCache backgrounds(long maxBytes) {
    return backgrounds(maxBytes, Optional.empty());
  }

  private BackgroundCache backgrounds(long maxBytes, Optional<BackgroundFiles> files) {
    FontLibrary fonts = Fonts.shipped();
    AssetSource local = new LocalAssets(Path.of("templates"), AssetSettings.DEFAULT);
    AssetSource assets =
        (from, path) -> {
          if (exhausted) {
            throw new OutOfMemoryError("as a test has it");
          }
          if (lost) {
            throw new AssetException("as a test has it");
          }
          return local.load(from, path);
        };
    ScenePlacer scenePlacer =
        new ScenePlacer(
            new FieldResolver(fonts), new SceneBuilder(), new Layout(new Typesetter(fonts)));
    return new BackgroundCache(
        new Renderer(assets, PLENTY),
        scenePlacer,
        later::add,
        new BackgroundSettings(maxBytes, Effort.FAST),
        files);
  }
}
