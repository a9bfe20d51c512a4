package dev.nameplate.bench.bytes;

import dev.nameplate.asset.AssetSettings;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.PixelView;
import dev.nameplate.encode.Strips;
import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.Layout;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.background.BackgroundCache;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.pipeline.background.PaintedPicture;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.render.PaintedStrips;
import dev.nameplate.render.Renderer;
import dev.nameplate.scene.ClockStates;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.text.Typesetter;
import dev.nameplate.text.font.FontLibrary;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Draws the samples of a folder's templates at best effort, with nothing stored. */
final class Drawing {
  private static final long SCALED_BYTES = 128L << 20;
  private static final long BACKGROUND_BYTES = 256L << 20;

  private final TemplateLibrary templates;
  private final ScenePlacer scenePlacer;
  private final BackgroundCache backgrounds;

  /**
   * A file, and the strips whose pixels are not the background's.
   *
   * @param nanos that the encoder took, the background apart
   */
  record Drawn(EncodedPicture file, BitSet inked, long nanos) {}

  Drawing(Path folder) {
    templates = new TemplateLibrary(folder, List.of());
    FontLibrary fonts = FontLibrary.load(Path.of("fonts"));
    SceneBuilder scenes = new SceneBuilder();
    scenePlacer =
        new ScenePlacer(new FieldResolver(fonts), scenes, new Layout(new Typesetter(fonts)));
    backgrounds =
        new BackgroundCache(
            new Renderer(new LocalAssets(folder, AssetSettings.DEFAULT), SCALED_BYTES),
            scenePlacer,
            Runnable::run,
            new BackgroundSettings(BACKGROUND_BYTES, Effort.BEST),
            Optional.empty());
  }

  List<Template> templates() {
    return templates.all();
  }

  /** The samples of a template; one without values if there are none. */
  List<Sample> samples(Template template) {
    List<Sample> samples = templates.samples(template.id());
    return samples.isEmpty() ? List.of(new Sample("none", java.util.Map.of())) : samples;
  }

  Drawn draw(Template template, Sample sample, Scale scale, Format format) {
    MergedFields fields = scenePlacer.merge(template, new RawQuery(sample.query()));
    Template design = template.design(fields.standard());
    List<PlacedLayer> layers =
        scenePlacer.place(design, fields, ClockStates.example(design, fields));
    try (PaintedPicture painted =
        backgrounds.paint(design, fields, scale, format, Effort.BEST, layers)) {
      PaintedStrips strips = painted.strips();
      long start = System.nanoTime();
      EncodedPicture file =
          Encoders.of(format, design.output())
              .encode(painted.encoded(), strips.image(), strips.strips());
      long nanos = System.nanoTime() - start;
      return new Drawn(file, inked(strips, painted.encoded().picture()), nanos);
    }
  }

  private static BitSet inked(PaintedStrips painted, BufferedImage background) {
    PixelView own = PixelView.of(painted.image());
    PixelView other = PixelView.of(background);
    BitSet inked = new BitSet();
    for (int row = 0; row < own.size().height(); row++) {
      int strip = row / Strips.ROWS;
      int from = own.rowStart(row);
      int below = other.rowStart(row);
      if (painted.strips().get(strip)
          && !Arrays.equals(
              own.data(), from, from + own.width(), other.data(), below, below + own.width())) {
        inked.set(strip);
      }
    }
    return inked;
  }
}
