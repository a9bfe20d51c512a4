package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.AssetSettings;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import dev.nameplate.geometry.Size;
import dev.nameplate.geometry.VerticalAlignment;
import dev.nameplate.layout.Layout;
import dev.nameplate.render.Renderer;
import dev.nameplate.scene.Node;
import dev.nameplate.scene.Placement;
import dev.nameplate.scene.Scene;
import dev.nameplate.support.Fonts;
import dev.nameplate.support.Pictures;
import dev.nameplate.template.CacheAges;
import dev.nameplate.template.OutputOptions;
import dev.nameplate.template.Template;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.text.Typesetter;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise 6: no pixel of a layer lies outside its declared bounds. */
final class NothingOutsideTheBoxTest {
  private static final Template CLEAR =
      new Template(
          "clear",
          "Clear",
          new Size(300, 160),
          Rgba.TRANSPARENT,
          Locale.ENGLISH,
          ZoneOffset.UTC,
          List.of(),
          Map.of(),
          List.of(),
          Set.of(),
          OutputOptions.DEFAULT,
          CacheAges.DEFAULT,
          "");
  private static final Layout LAYOUT = new Layout(new Typesetter(Fonts.shipped()));
  private static final Renderer RENDERER =
      new Renderer(new LocalAssets(Path.of("templates"), AssetSettings.DEFAULT), 1 << 20);
  private static final List<String> TEXTS =
      List.of(
          "Maria",
          "ÅNGSTRÖM",
          "Ǘ Ệ Ç gjpqy",
          "fjord jiffy",
          "Wolfeschlegelsteinhausenbergerdorff",
          "Ελένη Παπαδοπούλου",
          "Дмитрий",
          "Two words",
          "A longer wording that takes many lines",
          "…");

  @ParameterizedTest
  @ValueSource(ints = {100, 125, 150, 200, 237})
  void textWithShadowAndOutline_paintsNothingOutsideItsBox(int hundredths) {
    Random random = new Random(hundredths);
    Scale scale = new Scale(hundredths);
    for (int round = 0; round < 120; round++) {
      Box box =
          new Box(
              random.nextInt(100),
              random.nextInt(80),
              30 + random.nextInt(170),
              20 + random.nextInt(60));
      Node node =
          new Node.Text(
              0,
              new Placement(box, random.nextInt(3) == 0 ? 0.5 : 1, 0),
              style(random),
              List.of(new Node.Rung(0, TEXTS.get(random.nextInt(TEXTS.size())))));
      BufferedImage picture =
          RENDERER.paintWhole(CLEAR, LAYOUT.place(new Scene(CLEAR, List.of(node))), scale, false);
      assertThat(inkOutside(picture, box.times(scale.factor()))).as("%s", node).isZero();
    }
  }

  private static int inkOutside(BufferedImage picture, Box box) {
    int[] pixels = Pictures.argb(picture);
    int outside = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        boolean inside = x + 1 > box.x() && x < box.right() && y + 1 > box.y() && y < box.bottom();
        outside += !inside && pixels[y * picture.getWidth() + x] >>> 24 != 0 ? 1 : 0;
      }
    }
    return outside;
  }

  private static TextStyle style(Random random) {
    return new TextStyle(
        random.nextBoolean() ? "Inter" : "Source Serif 4",
        random.nextBoolean() ? 400 : 700,
        14 + random.nextInt(50),
        8,
        1 + random.nextInt(3),
        1.1,
        random.nextInt(3) == 0 ? 0.08 : 0,
        List.of(Alignment.START, Alignment.CENTER, Alignment.END).get(random.nextInt(3)),
        List.of(VerticalAlignment.TOP, VerticalAlignment.MIDDLE, VerticalAlignment.BOTTOM)
            .get(random.nextInt(3)),
        Rgba.BLACK,
        random.nextBoolean()
            ? Optional.of(new TextStyle.Shadow(4, 6, 9, Rgba.BLACK))
            : Optional.empty(),
        random.nextInt(4) == 0
            ? Optional.of(new TextStyle.Outline(2, Rgba.WHITE))
            : Optional.empty());
  }
}
