package dev.nameplate.support;

import dev.nameplate.asset.AssetSettings;
import dev.nameplate.asset.LocalAssets;
import dev.nameplate.asset.RemoteImages;
import dev.nameplate.encode.Effort;
import dev.nameplate.encode.jpeg.JpegEncoder;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.Layout;
import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.pipeline.RemoteImageStep;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.pipeline.background.BackgroundCache;
import dev.nameplate.pipeline.background.BackgroundFiles;
import dev.nameplate.pipeline.background.BackgroundSettings;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.render.Renderer;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.text.Typesetter;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.util.Lazy;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Draws a picture both ways: joined from strips as the program does, and painted whole. */
public final class TwoWays {
  private static final long SCALED_BYTES = 128L << 20;
  private static final long BASE_BYTES = 128L << 20;

  private static final Lazy<FontLibrary> FONTS = new Lazy<>(() -> Fonts.shipped());

  private final SceneBuilder scenes = new SceneBuilder();
  private final Layout layout;
  private final Renderer renderer;
  private final Backgrounds backgrounds;
  private final Pipeline quick;
  private final Pipeline best;

  /**
   * How a picture is asked for.
   *
   * @param effort that its base is packed with
   */
  public record Look(Scale scale, Format format, Effort effort) {}

  /**
   * @param templates the folder of the templates that will be drawn
   */
  public TwoWays(Path templates) {
    this(templates, new Backgrounds(BASE_BYTES, Optional.empty(), later -> {}));
  }

  /**
   * Where backgrounds are kept.
   *
   * @param bytes of the heap for them
   * @param later compresses and stores them; backgrounds compressed fast stay if it does nothing
   */
  public record Backgrounds(long bytes, Optional<BackgroundFiles> files, Executor later) {}

  /**
   * @param templates the folder of the templates that will be drawn
   */
  public TwoWays(Path templates, Backgrounds backgrounds) {
    this.backgrounds = backgrounds;
    FontLibrary fonts = FONTS.get();
    layout = new Layout(new Typesetter(fonts));
    renderer = new Renderer(new LocalAssets(templates, AssetSettings.DEFAULT), SCALED_BYTES);
    ScenePlacer scenePlacer = new ScenePlacer(new FieldResolver(fonts), scenes, layout);
    quick = pipeline(scenePlacer, Effort.FAST);
    best = pipeline(scenePlacer, Effort.BEST);
  }

  /** The program's picture; fails where a layer was left out. */
  public byte[] joined(Template template, String query, Look look) {
    return joined(template, fields(template, query), look, ClockState.NONE);
  }

  /** The program's picture of a sample, at its instant if it has one. */
  public byte[] joined(Template template, Sample sample, Look look) {
    MergedFields fields = fields(template, sample.query());
    ClockState clockState =
        sample
            .at()
            .map(at -> quick.clockState(template, fields, look.format(), at))
            .orElse(ClockState.NONE);
    return joined(template, fields, look, clockState);
  }

  /** The program's picture at an instant. */
  public byte[] joined(Template template, Instant at, String query, Look look) {
    MergedFields fields = fields(template, query);
    return joined(template, fields, look, quick.clockState(template, fields, look.format(), at));
  }

  private byte[] joined(Template template, MergedFields fields, Look look, ClockState clockState) {
    Pipeline pipeline = look.effort() == Effort.FAST ? quick : best;
    RenderResult drawn =
        pipeline.picture(template, fields, look.scale(), look.format(), clockState);
    if (!drawn.failures().isEmpty()) {
      throw new AssertionError(template.id() + " without " + drawn.failures());
    }
    return drawn.file().toByteArray();
  }

  /** The largest difference of any channel between a joined file and the picture painted whole. */
  public int difference(byte[] joined, Template template, String query, Look look) {
    boolean flatten = look.format() == Format.JPEG;
    BufferedImage painted =
        renderer.paintWhole(
            template,
            layout.place(scenes.build(template, fields(template, query), ClockState.NONE)),
            look.scale(),
            flatten);
    if (!flatten) {
      return Pictures.largestDifference(Pictures.decode(joined), painted);
    }
    JpegEncoder encoder = new JpegEncoder(template.output().quality());
    byte[] whole = encoder.encodeWhole(painted).toByteArray();
    return Arrays.equals(joined, whole)
        ? 0
        : Pictures.largestDifference(Pictures.decode(joined), Pictures.decode(whole));
  }

  private MergedFields fields(Template template, String query) {
    return quick.merge(template, new RawQuery(query));
  }

  private Pipeline pipeline(ScenePlacer scenePlacer, Effort first) {
    BackgroundCache prepared =
        new BackgroundCache(
            renderer,
            scenePlacer,
            backgrounds.later(),
            new BackgroundSettings(backgrounds.bytes(), first),
            backgrounds.files());
    return new Pipeline(
        new EngineIdentity("", "", ""),
        scenePlacer,
        new RemoteImageStep(RemoteImages.NONE),
        scenes,
        prepared);
  }
}
