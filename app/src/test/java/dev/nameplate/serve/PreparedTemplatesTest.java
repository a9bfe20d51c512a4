package dev.nameplate.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.AssetSettings;
import dev.nameplate.asset.AssetSource;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.encode.Format;
import dev.nameplate.geometry.Scale;
import dev.nameplate.house.TestHouse;
import dev.nameplate.layout.Layout;
import dev.nameplate.merge.FieldResolver;
import dev.nameplate.render.PreparedBase;
import dev.nameplate.render.Renderer;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.template.Template;
import dev.nameplate.text.FontLibrary;
import dev.nameplate.text.Typesetter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** A base's strips are packed twice; where the second time fails, the first one's go on serving. */
final class PreparedTemplatesTest {
  private static final long PLENTY = 64L << 20;

  private final Queue<Runnable> later = new ArrayDeque<>();
  private boolean exhausted;
  private final PreparedTemplates prepared = prepared();
  private final Template template = TestHouse.template("loyalty-card");

  @Test
  void strips_packedAgain_keepTheBaseThatWasPainted() {
    Prepared quick = get();
    later.remove().run();
    Prepared best = get();
    assertThat(quick.provisional()).isTrue();
    assertThat(best.provisional()).isFalse();
    assertThat(best.base()).isSameAs(quick.base());
    assertThat(later).isEmpty();
  }

  @Test
  void strips_withoutMemoryToPackThemAgain_stayAsTheyAre_andAreNotTriedAgain() {
    Prepared quick = get();
    exhausted = true;
    later.remove().run();
    exhausted = false;
    assertThat(get()).isSameAs(quick);
    assertThat(later).isEmpty();
  }

  @Test
  void opaquePicture_hasOneBase_inEveryFormat() {
    Template opaque = TestHouse.template("welcome");
    PreparedBase base = prepared.get(opaque, Scale.ONE, Format.PNG).base();
    assertThat(prepared.get(opaque, Scale.ONE, Format.JPEG).base()).isSameAs(base);
  }

  private Prepared get() {
    return prepared.get(template, Scale.ONE, Format.PNG);
  }

  private PreparedTemplates prepared() {
    FontLibrary fonts = FontLibrary.load(Path.of("fonts"));
    AssetSource local = new LocalAssets(Path.of("templates"), AssetSettings.DEFAULT);
    AssetSource assets =
        (from, path) -> {
          if (exhausted) {
            throw new OutOfMemoryError("as a test has it");
          }
          return local.load(from, path);
        };
    Placing placing =
        new Placing(
            new FieldResolver(fonts), new SceneBuilder(), new Layout(new Typesetter(fonts)));
    return new PreparedTemplates(
        new Renderer(assets, PLENTY), placing, later::add, new BaseSettings(PLENTY, true));
  }
}
