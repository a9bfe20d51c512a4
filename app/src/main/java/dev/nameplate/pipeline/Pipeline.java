package dev.nameplate.pipeline;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.encode.png.PngSizeLimiter;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.background.PreparedTemplate;
import dev.nameplate.pipeline.background.PreparedTemplates;
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
 * RawQuery → Arrivals → MergedFields → outside pictures → RenderKey
 *                                    → Scene → PlacedLayers → Painted → EncodedPicture
 * </pre>
 */
public final class Pipeline implements PictureRenderer {
  private final EngineIdentity engine;
  private final ScenePlacer scenePlacer;
  private final RemoteImageStep outside;
  private final SceneBuilder scenes;
  private final PreparedTemplates prepared;

  public Pipeline(
      EngineIdentity engine,
      ScenePlacer scenePlacer,
      RemoteImageStep outside,
      SceneBuilder scenes,
      PreparedTemplates prepared) {
    this.engine = engine;
    this.scenePlacer = scenePlacer;
    this.outside = outside;
    this.scenes = scenes;
    this.prepared = prepared;
  }

  @Override
  public MergedFields merge(Template template, RawQuery query) {
    return scenePlacer.merge(template, query);
  }

  @Override
  public CompletableFuture<MergedFields> settle(
      Template template, MergedFields fields, Duration patience) {
    return outside.settle(Filled.of(template, fields).design(), fields, patience);
  }

  @Override
  public ClockState moment(Template template, MergedFields fields, Format format, Instant now) {
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
    return picture(Filled.of(template, fields), scale, format, clockState);
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

  private RenderResult picture(Filled filled, Scale scale, Format format, ClockState clockState) {
    return format.moves() && clockState.ticks()
        ? new MovingPicture(scenePlacer, prepared, filled.design(), filled.fields(), scale)
            .from(clockState)
        : still(filled, scale, format, clockState);
  }

  /** The identity of a picture without a clock. */
  public RenderKey key(Template template, MergedFields fields, Scale scale, Format format) {
    return key(template, fields, scale, format, ClockState.NONE);
  }

  /** A finished picture without a clock. */
  public RenderResult picture(Template template, MergedFields fields, Scale scale, Format format) {
    return picture(template, fields, scale, format, ClockState.NONE);
  }

  /** What would be drawn without a clock. */
  public Explanation explain(Template template, MergedFields fields, Scale scale) {
    return explain(template, fields, scale, ClockState.NONE);
  }

  /** The file of a template's picture with a sample's values, at its instant if it has one. */
  public byte[] sample(Template template, Sample sample, Scale scale, Format format) {
    MergedFields fields = merge(template, new RawQuery(sample.query()));
    ClockState clockState =
        sample.at().map(at -> moment(template, fields, format, at)).orElse(ClockState.NONE);
    return picture(template, fields, scale, format, clockState).file().toByteArray();
  }

  private RenderResult still(Filled filled, Scale scale, Format format, ClockState clockState) {
    Template template = filled.design();
    long start = System.nanoTime();
    List<PlacedLayer> layers = scenePlacer.place(template, filled.fields(), clockState);
    long placed = System.nanoTime();
    PreparedTemplate base = prepared.get(template, scale, format);
    try (PaintedStrips paintedStrips = prepared.renderer().paint(base.base(), layers)) {
      long done = System.nanoTime();
      EncodedPicture encoded =
          Encoders.of(format, template.output())
              .encode(base.packed(), paintedStrips.image(), paintedStrips.strips());
      return new RenderResult(
          format == Format.PNG ? within(template, encoded, paintedStrips, base) : encoded,
          paintedStrips.failures(),
          base.provisional(),
          new Stages(
              Duration.ofNanos(placed - start),
              Duration.ofNanos(done - placed),
              Duration.ofNanos(System.nanoTime() - done)));
    }
  }

  /** One placed layer for each of the template's, in order, before a pixel is drawn. */
  public List<PlacedLayer> place(Template template, MergedFields fields) {
    return scenePlacer.place(template, fields, ClockStates.example(template, fields));
  }

  /** A PNG within its template's limit on bytes, where that can be had. */
  private static EncodedPicture within(
      Template template, EncodedPicture exact, PaintedStrips paintedStrips, PreparedTemplate base) {
    OptionalInt most = template.output().maxBytes();
    return most.isEmpty() || exact.length() <= most.getAsInt()
        ? exact
        : PngSizeLimiter.fit(
                base.base().complete(),
                paintedStrips.image(),
                paintedStrips.strips(),
                most.getAsInt())
            .orElse(exact);
  }

  @Override
  public Explanation explain(
      Template template, MergedFields fields, Scale scale, ClockState clockState) {
    Filled filled = Filled.of(template, fields);
    List<PlacedLayer> layers = scenePlacer.place(filled.design(), fields, clockState);
    List<String> warnings = new ArrayList<>(LayerNotes.warnings(layers, fields));
    overBudget(filled, scale, clockState).ifPresent(warnings::add);
    return new Explanation(
        template.id(),
        key(filled, scale, Format.PNG, clockState).etag(),
        scenes.alt(filled.design(), fields),
        fields,
        layers.stream().map(LayerNotes::of).toList(),
        warnings);
  }

  /**
   * What is to be said where a PNG has more bytes than its template wants; it is drawn for that.
   */
  private Optional<String> overBudget(Filled filled, Scale scale, ClockState clockState) {
    OptionalInt most = filled.design().output().maxBytes();
    if (most.isEmpty()) {
      return Optional.empty();
    }
    int bytes = picture(filled, scale, Format.PNG, clockState).file().length();
    return bytes <= most.getAsInt()
        ? Optional.empty()
        : Optional.of(
            "the PNG has "
                + bytes
                + " bytes, more than maxBytes ("
                + most.getAsInt()
                + "): fewer cannot be had without visible loss; use a smaller scale, flatter"
                + " colours or JPEG");
  }
}
