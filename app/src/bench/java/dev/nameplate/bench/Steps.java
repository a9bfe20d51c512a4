package dev.nameplate.bench;

import dev.nameplate.asset.AssetSettings;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.encode.Background;
import dev.nameplate.encode.Background.Example;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedBackground;
import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.jpeg.JpegEncoder;
import dev.nameplate.encode.png.PngEncoder;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.Layout;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.render.PaintedStrips;
import dev.nameplate.render.PreparedBackground;
import dev.nameplate.render.Renderer;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.LayerFields;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.text.Typesetter;
import dev.nameplate.text.font.FontLibrary;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;

/**
 * The steps after the key, one by one, on a prepared base: the only place that knows how they are
 * called.
 */
final class Steps {
  private static final long SCALED_BYTES = 32L << 20;

  private final SceneBuilder scenes = new SceneBuilder();
  private final Layout layout;
  private final Renderer renderer;
  private final Template template;
  private final Encoder encoder;
  private final PreparedBackground background;
  private final EncodedBackground strips;

  Steps(Workloads workloads, Template template, MergedFields fields, Format format) {
    this.template = template;
    layout = new Layout(new Typesetter(FontLibrary.load(workloads.settings().fonts())));
    renderer =
        new Renderer(
            new LocalAssets(workloads.settings().templates(), AssetSettings.DEFAULT), SCALED_BYTES);
    encoder =
        format == Format.PNG ? new PngEncoder() : new JpegEncoder(template.output().quality());
    List<PlacedLayer> example = place(fields);
    background =
        renderer.prepare(template, example, fixed(template), Scale.ONE, format == Format.JPEG);
    strips = strips(example);
  }

  private static BitSet fixed(Template template) {
    BitSet fixed = new BitSet();
    for (int index = 0; index < template.layers().size(); index++) {
      fixed.set(index, LayerFields.isStatic(template.layers().get(index)));
    }
    return fixed;
  }

  private EncodedBackground strips(List<PlacedLayer> example) {
    try (PaintedStrips paintedStrips = paint(example)) {
      BufferedImage complete = background.completeImage();
      return encoder.prepare(
          new Background(
              complete,
              background.changeable(),
              new Example(paintedStrips.image(), paintedStrips.strips())),
          Effort.BEST);
    }
  }

  /** The scene, its texts fitted. */
  List<PlacedLayer> place(MergedFields fields) {
    return layout.place(scenes.build(template, fields, ClockState.NONE));
  }

  PaintedStrips paint(List<PlacedLayer> layers) {
    return renderer.paint(background, layers);
  }

  /** The length of the encoded file. */
  int encode(PaintedStrips paintedStrips) {
    return encoder.encode(strips, paintedStrips.image(), paintedStrips.strips()).length();
  }
}
