package dev.nameplate.pipeline.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.AssetSettings;
import dev.nameplate.asset.AssetSource;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.asset.decode.AssetException;
import dev.nameplate.geometry.Scale;
import dev.nameplate.house.TestHouse;
import dev.nameplate.layout.Layout;
import dev.nameplate.merge.FieldResolver;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.render.PreparedBackground;
import dev.nameplate.render.Renderer;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.text.Typesetter;
import dev.nameplate.text.font.FontLibrary;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** A base's strips are packed twice; where the second time fails, the first one's go on serving. */
final class PreparedTemplatesTest {
  private static final long PLENTY = 64L << 20;

  /** Room for the strips of some templates and the pixels of one. */
  private static final long LITTLE = 4L << 20;

  private final Queue<Runnable> later = new ArrayDeque<>();
  private boolean exhausted;
  private boolean lost;
  private final PreparedTemplates prepared = prepared(PLENTY);
  private final Template template = TestHouse.template("loyalty-card");

  @Test
  void strips_packedAgain_keepTheBaseThatWasPainted() {
    PreparedTemplate quick = get();
    later.remove().run();
    PreparedTemplate best = get();
    assertThat(quick.provisional()).isTrue();
    assertThat(best.provisional()).isFalse();
    assertThat(best.base()).isSameAs(quick.base());
    assertThat(later).isEmpty();
  }

  @Test
  void strips_withoutMemoryToPackThemAgain_stayAsTheyAre_andAreNotTriedAgain() {
    PreparedTemplate quick = get();
    exhausted = true;
    later.remove().run();
    exhausted = false;
    assertThat(get()).isEqualTo(quick);
    assertThat(later).isEmpty();
  }

  @Test
  void opaquePicture_hasOneBase_inEveryFormat() {
    Template opaque = TestHouse.template("welcome");
    PreparedBackground base = prepared.get(opaque, Scale.ONE, Format.PNG).base();
    assertThat(prepared.get(opaque, Scale.ONE, Format.JPEG).base()).isSameAs(base);
  }

  @Test
  void strips_outlastTheirPixels_andFitThoseThatArePaintedAgain() {
    PreparedTemplates crowded = prepared(LITTLE);
    PreparedTemplate best = crowded.best(template, Scale.ONE, Format.PNG);
    crowded.best(TestHouse.template("welcome"), Scale.TWO, Format.PNG);
    PreparedTemplate again = crowded.get(template, Scale.ONE, Format.PNG);
    assertThat(again.base()).isNotSameAs(best.base());
    assertThat(again.strips()).isSameAs(best.strips());
    assertThat(later).isEmpty();
  }

  @Test
  void strips_ofABaseThatLacksALayer_areNotTakenForOneThatHasIt() {
    PreparedTemplates crowded = prepared(LITTLE);
    Template pictured = TestHouse.template("flash-sale");
    lost = true;
    PreparedTemplate lacking = crowded.best(pictured, Scale.ONE, Format.PNG);
    lost = false;
    assertThat(lacking.base().failures()).isNotEmpty();
    crowded.best(TestHouse.template("welcome"), Scale.TWO, Format.PNG);
    PreparedTemplate whole = crowded.best(pictured, Scale.ONE, Format.PNG);
    assertThat(whole.base().failures()).isEmpty();
    assertThat(whole.strips().isOf(whole.base())).isTrue();
    assertThat(whole.strips()).isNotSameAs(lacking.strips());
  }

  private PreparedTemplate get() {
    return prepared.get(template, Scale.ONE, Format.PNG);
  }

  private PreparedTemplates prepared(long baseBytes) {
    FontLibrary fonts = FontLibrary.load(Path.of("fonts"));
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
    return new PreparedTemplates(
        new Renderer(assets, PLENTY),
        scenePlacer,
        later::add,
        new BackgroundSettings(baseBytes, true));
  }
}
