package dev.nameplate.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.asset.AssetSettings;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.Format;
import dev.nameplate.encode.JpegEncoder;
import dev.nameplate.encode.PngEncoder;
import dev.nameplate.geometry.Scale;
import dev.nameplate.house.Pictures;
import dev.nameplate.house.TestHouse;
import dev.nameplate.layout.Layout;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.RawQuery;
import dev.nameplate.render.Renderer;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.text.FontLibrary;
import dev.nameplate.text.Typesetter;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 4: a picture joined from strips is, pixel for pixel, the picture painted whole. */
final class OnlyWhatChangesTest {
  private static final Layout LAYOUT =
      new Layout(new Typesetter(FontLibrary.load(Path.of("fonts"))));
  private static final Renderer RENDERER =
      new Renderer(new LocalAssets(Path.of("templates"), AssetSettings.DEFAULT), 8 << 20);

  static Stream<Template> templates() {
    return TestHouse.house().templates().all().stream();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void strips_decodeAsTheWhole_forEverySampleScaleAndFormat(Template template) {
    for (Sample sample : Sample.read(TestHouse.templates(), template.id())) {
      for (Scale scale : List.of(Scale.ONE, new Scale(150), Scale.TWO)) {
        for (Format format : Format.values()) {
          BufferedImage joined =
              Pictures.decode(TestHouse.draw(template, sample.query(), scale, format));
          assertThat(Pictures.largestDifference(joined, whole(template, sample, scale, format)))
              .as("%s %s @%s %s", template.id(), sample.name(), scale.label(), format)
              .isZero();
        }
      }
    }
  }

  private static BufferedImage whole(Template template, Sample sample, Scale scale, Format format) {
    var fields = TestHouse.house().pipeline().merge(template, new RawQuery(sample.query()));
    List<PlacedLayer> layers = LAYOUT.place(new SceneBuilder().build(template, fields));
    boolean flatten = format == Format.JPEG;
    Encoder encoder = flatten ? new JpegEncoder(template.output().quality()) : new PngEncoder();
    return Pictures.decode(
        encoder.encodeWhole(RENDERER.paintWhole(template, layers, scale, flatten)).toByteArray());
  }
}
