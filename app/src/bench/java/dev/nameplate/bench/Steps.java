package dev.nameplate.bench;

import dev.nameplate.asset.AssetSettings;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.encode.Base;
import dev.nameplate.encode.Base.Example;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.Encoder;
import dev.nameplate.encode.JpegEncoder;
import dev.nameplate.encode.PackedBase;
import dev.nameplate.encode.PngEncoder;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.Layout;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.render.Painted;
import dev.nameplate.render.PreparedBase;
import dev.nameplate.render.Renderer;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.text.FontLibrary;
import dev.nameplate.text.Typesetter;
import java.awt.image.BufferedImage;
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
  private final PreparedBase base;
  private final PackedBase strips;

  Steps(Workloads workloads, Template template, MergedFields fields, Format format) {
    this.template = template;
    layout = new Layout(new Typesetter(FontLibrary.load(workloads.settings().fonts())));
    renderer =
        new Renderer(
            new LocalAssets(workloads.settings().templates(), AssetSettings.DEFAULT), SCALED_BYTES);
    encoder =
        format == Format.PNG ? new PngEncoder() : new JpegEncoder(template.output().quality());
    List<PlacedLayer> example = place(fields);
    base = renderer.prepare(template, example, Scale.ONE, format == Format.JPEG);
    strips = strips(example);
  }

  private PackedBase strips(List<PlacedLayer> example) {
    try (Painted painted = paint(example)) {
      BufferedImage complete = base.complete();
      return encoder.prepare(
          new Base(complete, base.changeable(), new Example(painted.image(), painted.strips())),
          Effort.BEST);
    }
  }

  /** The scene, its texts fitted. */
  List<PlacedLayer> place(MergedFields fields) {
    return layout.place(scenes.build(template, fields));
  }

  Painted paint(List<PlacedLayer> layers) {
    return renderer.paint(base, layers);
  }

  /** The length of the encoded file. */
  int encode(Painted painted) {
    return encoder.encode(strips, painted.image(), painted.strips()).length();
  }
}
