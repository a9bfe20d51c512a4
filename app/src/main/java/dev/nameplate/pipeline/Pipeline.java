package dev.nameplate.pipeline;

import dev.nameplate.encode.Effort;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.encode.png.PngSizeLimiter;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.background.BackgroundCache;
import dev.nameplate.pipeline.background.PaintedPicture;
import dev.nameplate.pipeline.place.ScenePlacer;
import dev.nameplate.render.PaintedStrips;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.ClockStates;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.util.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * Every step from a query to a picture, in order.
 *
 * <pre>
 * RawQuery → RawFieldValues → MergedFields → remote images → RenderKey
 *                                          → Scene → PlacedLayer → PaintedStrips → EncodedPicture
 * </pre>
 */
public final class Pipeline implements PictureRenderer {
  private final EngineIdentity engine;
  private final ScenePlacer scenePlacer;
  private final RemoteImageStep remoteImages;
  private final SceneBuilder scenes;
  private final BackgroundCache backgrounds;

  /**
   * @param engine part of every picture's key
   * @param scenePlacer from query to placed layers
   * @param remoteImages fetches remote images
   * @param scenes gives alternative texts
   * @param backgrounds paints and encodes backgrounds
   */
  public Pipeline(
      EngineIdentity engine,
      ScenePlacer scenePlacer,
      RemoteImageStep remoteImages,
      SceneBuilder scenes,
      BackgroundCache backgrounds) {
    this.engine = engine;
    this.scenePlacer = scenePlacer;
    this.remoteImages = remoteImages;
    this.scenes = scenes;
    this.backgrounds = backgrounds;
  }

  /** Returns the same steps on other backgrounds. */
  public Pipeline with(BackgroundCache other) {
    return new Pipeline(engine, scenePlacer, remoteImages, scenes, other);
  }

  @Override
  public MergedFields merge(Template template, RawQuery query) {
    return scenePlacer.merge(template, query);
  }

  @Override
  public CompletableFuture<MergedFields> settle(
      Template template, MergedFields fields, Duration patience) {
    return settle(template, fields, patience, Optional.empty());
  }

  @Override
  public CompletableFuture<MergedFields> settle(
      Template template, MergedFields fields, Duration patience, Optional<TraceParent> trace) {
    return remoteImages.settle(Filled.of(template, fields).design(), fields, patience, trace);
  }

  @Override
  public ClockState clockState(Template template, MergedFields fields, Format format, Instant now) {
    return ClockStates.of(Filled.of(template, fields).design(), fields, now, format.moves());
  }

  @Override
  public RenderKey key(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState) {
    return key(Filled.of(template, fields), scale, format, clockState);
  }

  @Override
  public RenderResult picture(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState) {
    return picture(Filled.of(template, fields), scale, format, clockState, Effort.FAST);
  }

  @Override
  public RenderResult bestPicture(
      Template template, MergedFields fields, Scale scale, Format format, ClockState clockState) {
    return picture(Filled.of(template, fields), scale, format, clockState, Effort.BEST);
  }

  /** The design that is drawn, which may be a template's {@code standard}, with its values. */
  private record Filled(Template design, MergedFields fields) {
    static Filled of(Template template, MergedFields fields) {
      return new Filled(template.design(fields.standard()), fields);
    }
  }

  private RenderKey key(Filled filled, Scale scale, Format format, ClockState clockState) {
    return RenderKey.of(engine, filled.design(), scale, format.ending(), filled.fields())
        .at(clockState);
  }

  /**
   * @param least the effort that the background is compressed with at least
   */
  private RenderResult picture(
      Filled filled, Scale scale, Format format, ClockState clockState, Effort least) {
    return format.moves() && clockState.ticks()
        ? new MovingPicture(scenePlacer, backgrounds, filled.design(), filled.fields(), scale)
            .from(clockState)
        : staticPicture(filled, scale, format, clockState, least);
  }

  /**
   * Returns the identity of a picture without a clock, whose countdowns are hidden. Nothing is
   * rendered.
   */
  public RenderKey key(Template template, MergedFields fields, Scale scale, Format format) {
    return key(template, fields, scale, format, ClockState.NONE);
  }

  /**
   * Renders a picture without a clock, whose countdowns are hidden, on the calling thread. A layer
   * that fails is left out and listed in the result.
   *
   * @return the encoded picture; its arrays may be shared and must not be changed
   * @throws RuntimeException only if the picture as a whole cannot be rendered
   */
  public RenderResult picture(Template template, MergedFields fields, Scale scale, Format format) {
    return picture(template, fields, scale, format, ClockState.NONE);
  }

  /**
   * Explains how a picture without a clock is drawn and why.
   *
   * @param scale decides the entity tag and, if the template limits the bytes of a PNG, their
   *     number
   * @return an explanation with the recipient's data, which must not be logged
   */
  public Explanation explain(Template template, MergedFields fields, Scale scale) {
    return explain(template, fields, scale, ClockState.NONE);
  }

  /**
   * Returns the file of a sample's picture: with the sample's values, at its instant if it has one,
   * else without a clock.
   *
   * @return the bytes, which the caller owns
   * @throws RuntimeException only if the picture as a whole cannot be rendered
   */
  public byte[] sample(Template template, Sample sample, Scale scale, Format format) {
    MergedFields fields = merge(template, new RawQuery(sample.query()));
    ClockState clockState =
        sample.at().map(at -> clockState(template, fields, format, at)).orElse(ClockState.NONE);
    return bestPicture(template, fields, scale, format, clockState).file().toByteArray();
  }

  private RenderResult staticPicture(
      Filled filled, Scale scale, Format format, ClockState clockState, Effort least) {
    Template template = filled.design();
    long start = System.nanoTime();
    List<PlacedLayer> layers = scenePlacer.place(template, filled.fields(), clockState);
    long placed = System.nanoTime();
    try (PaintedPicture painted =
        backgrounds.paint(template, filled.fields(), scale, format, least, layers)) {
      PaintedStrips strips = painted.strips();
      long done = System.nanoTime();
      EncodedPicture encoded =
          Encoders.of(format, template.output())
              .encode(painted.encoded(), strips.image(), strips.strips());
      return new RenderResult(
          (format == Format.PNG ? limited(template, encoded, painted) : encoded)
              .at(painted.background().effort()),
          strips.failures(),
          new Stages(
              Duration.ofNanos(placed - start),
              Duration.ofNanos(done - placed),
              Duration.ofNanos(System.nanoTime() - done)));
    }
  }

  /**
   * Returns the template's layers with their final positions and wordings, before they are painted,
   * with running countdowns.
   *
   * @return one for each layer, in order, hidden ones included
   */
  public List<PlacedLayer> place(Template template, MergedFields fields) {
    return scenePlacer.place(template, fields, ClockStates.example(template, fields));
  }

  /**
   * Returns a design's layers with their final positions and wordings, before they are painted.
   *
   * @param clockState what its countdowns show
   * @return one for each layer, in order, hidden ones included
   */
  public List<PlacedLayer> place(Template design, MergedFields fields, ClockState clockState) {
    return scenePlacer.place(design, fields, clockState);
  }

  /** A PNG reduced to its template's limit on bytes, or the exact one if that is not possible. */
  private static EncodedPicture limited(
      Template template, EncodedPicture exact, PaintedPicture painted) {
    OptionalInt most = template.output().maxBytes();
    return most.isEmpty() || exact.length() <= most.getAsInt()
        ? exact
        : PngSizeLimiter.fit(
                painted.encoded(),
                painted.strips().image(),
                painted.strips().strips(),
                most.getAsInt())
            .orElse(exact);
  }

  @Override
  public Explanation explain(
      Template template, MergedFields fields, Scale scale, ClockState clockState) {
    Filled filled = Filled.of(template, fields);
    List<PlacedLayer> layers = scenePlacer.place(filled.design(), fields, clockState);
    List<Layer> written = filled.design().layers();
    List<Explanation.LayerNote> notes =
        layers.stream()
            .map(layer -> LayerNotes.of(layer, Optional.of(written.get(layer.node().index()))))
            .toList();
    List<String> warnings = new ArrayList<>(LayerNotes.warnings(notes, fields));
    overBudget(filled, scale, clockState).ifPresent(warnings::add);
    return new Explanation(
        template.id(),
        template.version(),
        key(filled, scale, Format.PNG, clockState).etag(),
        scenes.alt(filled.design(), fields),
        fields,
        notes,
        warnings);
  }

  /** A warning if the PNG, which is rendered for this, exceeds its template's limit on bytes. */
  private Optional<String> overBudget(Filled filled, Scale scale, ClockState clockState) {
    OptionalInt most = filled.design().output().maxBytes();
    if (most.isEmpty()) {
      return Optional.empty();
    }
    int bytes = picture(filled, scale, Format.PNG, clockState, Effort.BEST).file().length();
    return bytes <= most.getAsInt()
        ? Optional.empty()
        : Optional.of(
            "the PNG has "
                + bytes
                + " bytes, more than maxBytes ("
                + most.getAsInt()
                + "): fewer cannot be had without visible loss; use a smaller scale, flatter"
                + " colors or JPEG");
  }
}
