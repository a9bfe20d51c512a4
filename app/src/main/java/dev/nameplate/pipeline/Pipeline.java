package dev.nameplate.pipeline;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.Encoders;
import dev.nameplate.encode.PngBudget;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.merge.RawQuery;
import dev.nameplate.pipeline.base.Prepared;
import dev.nameplate.pipeline.base.PreparedTemplates;
import dev.nameplate.pipeline.place.Placing;
import dev.nameplate.render.Painted;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.scene.Moment;
import dev.nameplate.scene.Moments;
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
public final class Pipeline implements Drawing {
  private final EngineIdentity engine;
  private final Placing placing;
  private final OutsideStep outside;
  private final SceneBuilder scenes;
  private final PreparedTemplates prepared;

  public Pipeline(
      EngineIdentity engine,
      Placing placing,
      OutsideStep outside,
      SceneBuilder scenes,
      PreparedTemplates prepared) {
    this.engine = engine;
    this.placing = placing;
    this.outside = outside;
    this.scenes = scenes;
    this.prepared = prepared;
  }

  @Override
  public MergedFields merge(Template template, RawQuery query) {
    return placing.merge(template, query);
  }

  @Override
  public CompletableFuture<MergedFields> settle(
      Template template, MergedFields fields, Duration patience) {
    return outside.settle(Filled.of(template, fields).design(), fields, patience);
  }

  @Override
  public Moment moment(Template template, MergedFields fields, Format format, Instant now) {
    return Moments.of(Filled.of(template, fields).design(), fields, now, format.moves());
  }

  @Override
  public RenderKey key(
      Template template, MergedFields fields, Scale scale, Format format, Moment moment) {
    return key(Filled.of(template, fields), scale, format, moment);
  }

  @Override
  public DrawnPicture picture(
      Template template, MergedFields fields, Scale scale, Format format, Moment moment) {
    return picture(Filled.of(template, fields), scale, format, moment);
  }

  /** The design that is drawn, which may be a template's {@code standard}, with its values. */
  private record Filled(Template design, MergedFields fields) {
    static Filled of(Template template, MergedFields fields) {
      return new Filled(template.design(fields.standard()), fields);
    }
  }

  private RenderKey key(Filled filled, Scale scale, Format format, Moment moment) {
    return RenderKey.of(engine, filled.design(), scale, format.ending(), filled.fields())
        .at(moment);
  }

  private DrawnPicture picture(Filled filled, Scale scale, Format format, Moment moment) {
    return format.moves() && moment.ticks()
        ? new MovingPicture(placing, prepared, filled.design(), filled.fields(), scale).from(moment)
        : still(filled, scale, format, moment);
  }

  /** The identity of a picture without a clock. */
  public RenderKey key(Template template, MergedFields fields, Scale scale, Format format) {
    return key(template, fields, scale, format, Moment.NONE);
  }

  /** A finished picture without a clock. */
  public DrawnPicture picture(Template template, MergedFields fields, Scale scale, Format format) {
    return picture(template, fields, scale, format, Moment.NONE);
  }

  /** What would be drawn without a clock. */
  public Explanation explain(Template template, MergedFields fields, Scale scale) {
    return explain(template, fields, scale, Moment.NONE);
  }

  /** The file of a template's picture with a sample's values, at its instant if it has one. */
  public byte[] sample(Template template, Sample sample, Scale scale, Format format) {
    MergedFields fields = merge(template, new RawQuery(sample.query()));
    Moment moment = sample.at().map(at -> moment(template, fields, format, at)).orElse(Moment.NONE);
    return picture(template, fields, scale, format, moment).file().toByteArray();
  }

  private DrawnPicture still(Filled filled, Scale scale, Format format, Moment moment) {
    Template template = filled.design();
    long start = System.nanoTime();
    List<PlacedLayer> layers = placing.place(template, filled.fields(), moment);
    long placed = System.nanoTime();
    Prepared base = prepared.get(template, scale, format);
    try (Painted painted = prepared.renderer().paint(base.base(), layers)) {
      long done = System.nanoTime();
      EncodedPicture encoded =
          Encoders.of(format, template.output())
              .encode(base.packed(), painted.image(), painted.strips());
      return new DrawnPicture(
          format == Format.PNG ? within(template, encoded, painted, base) : encoded,
          painted.failures(),
          base.provisional(),
          new Stages(
              Duration.ofNanos(placed - start),
              Duration.ofNanos(done - placed),
              Duration.ofNanos(System.nanoTime() - done)));
    }
  }

  /** One placed layer for each of the template's, in order, before a pixel is drawn. */
  public List<PlacedLayer> place(Template template, MergedFields fields) {
    return placing.place(template, fields, Moments.example(template, fields));
  }

  /** A PNG within its template's limit on bytes, where that can be had. */
  private static EncodedPicture within(
      Template template, EncodedPicture exact, Painted painted, Prepared base) {
    OptionalInt most = template.output().maxBytes();
    return most.isEmpty() || exact.length() <= most.getAsInt()
        ? exact
        : PngBudget.fit(base.base().complete(), painted.image(), painted.strips(), most.getAsInt())
            .orElse(exact);
  }

  @Override
  public Explanation explain(Template template, MergedFields fields, Scale scale, Moment moment) {
    Filled filled = Filled.of(template, fields);
    List<PlacedLayer> layers = placing.place(filled.design(), fields, moment);
    List<String> warnings = new ArrayList<>(LayerNotes.warnings(layers, fields));
    overBudget(filled, scale, moment).ifPresent(warnings::add);
    return new Explanation(
        template.id(),
        key(filled, scale, Format.PNG, moment).etag(),
        scenes.alt(filled.design(), fields),
        fields,
        layers.stream().map(LayerNotes::of).toList(),
        warnings);
  }

  /**
   * What is to be said where a PNG has more bytes than its template wants; it is drawn for that.
   */
  private Optional<String> overBudget(Filled filled, Scale scale, Moment moment) {
    OptionalInt most = filled.design().output().maxBytes();
    if (most.isEmpty()) {
      return Optional.empty();
    }
    int bytes = picture(filled, scale, Format.PNG, moment).file().length();
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
