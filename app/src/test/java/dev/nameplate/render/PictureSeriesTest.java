package dev.nameplate.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.AssetSettings;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.Layout;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.support.Fonts;
import dev.nameplate.support.Pictures;
import dev.nameplate.support.TestApplication;
import dev.nameplate.template.Template;
import dev.nameplate.text.Typesetter;
import dev.nameplate.text.font.FontLibrary;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each picture of a series has the pixels of that picture alone, whatever came before it. */
final class PictureSeriesTest {
  private static final FontLibrary FONTS = Fonts.shipped();
  private static final ScenePlacer PLACER =
      new ScenePlacer(
          new FieldResolver(FONTS), new SceneBuilder(), new Layout(new Typesetter(FONTS)));
  private static final List<String> NAMES = List.of("Ada", "Maximilian", "Zo%C3%AB");

  @ParameterizedTest
  @ValueSource(strings = {"welcome", "rewards", "event-ticket"})
  void everyPicture_isPaintedAsIfAlone(String id) {
    Template template = TestApplication.application().templates().find(id).orElseThrow();
    Renderer renderer =
        new Renderer(new LocalAssets(Path.of("templates"), AssetSettings.DEFAULT), 16L << 20);
    PictureSeries series = new PictureSeries(renderer);
    Random random = new Random(id.hashCode());
    for (int number = 0; number < 24; number++) {
      Template ground = number == 15 ? template.withBackground(Rgba.TRANSPARENT) : template;
      Scale scale = number > 20 ? new Scale(50) : Scale.ONE;
      List<PlacedLayer> layers = layers(template, random);
      BufferedImage next = series.next(new PictureSeries.Ground(ground, scale, ""), layers);
      assertThat(Pictures.argb(next))
          .as("picture %s", number)
          .isEqualTo(Pictures.argb(renderer.paintWhole(ground, layers, scale, false)));
    }
  }

  /** The layers for a name, often with one that is missing or in another place. */
  private static List<PlacedLayer> layers(Template template, Random random) {
    String query = "name=" + NAMES.get(random.nextInt(NAMES.size()));
    List<PlacedLayer> layers =
        new ArrayList<>(
            PLACER.place(template, PLACER.merge(template, new RawQuery(query)), ClockState.NONE));
    if (random.nextInt(3) > 0) {
      PlacedLayer taken = layers.remove(random.nextInt(layers.size()));
      if (random.nextBoolean()) {
        layers.add(random.nextInt(layers.size() + 1), taken);
      }
    }
    return layers;
  }
}
