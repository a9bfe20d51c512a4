package dev.nameplate.serve;

import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.encode.Format;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.MergedFields;
import dev.nameplate.merge.RawQuery;
import dev.nameplate.render.Painted;
import dev.nameplate.scene.EngineIdentity;
import dev.nameplate.scene.RenderKey;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.template.Template;
import java.time.Duration;
import java.util.List;
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
    return outside.settle(template, fields, patience);
  }

  @Override
  public RenderKey key(Template template, MergedFields fields, Scale scale, Format format) {
    return RenderKey.of(engine, template, scale, format.ending(), fields);
  }

  @Override
  public DrawnPicture picture(Template template, MergedFields fields, Scale scale, Format format) {
    long start = System.nanoTime();
    List<PlacedLayer> layers = placing.place(template, fields);
    long placed = System.nanoTime();
    Prepared base = prepared.get(template, scale, format);
    try (Painted painted = prepared.renderer().paint(base.base(), layers)) {
      long done = System.nanoTime();
      EncodedPicture encoded =
          prepared
              .encoder(template, format)
              .encode(base.strips(), painted.image(), painted.strips());
      return new DrawnPicture(
          encoded,
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
    return placing.place(template, fields);
  }

  @Override
  public Explanation explain(Template template, MergedFields fields, Scale scale) {
    List<PlacedLayer> layers = placing.place(template, fields);
    return new Explanation(
        template.id(),
        key(template, fields, scale, Format.PNG).etag(),
        scenes.alt(template, fields),
        fields,
        layers.stream().map(LayerNotes::of).toList(),
        LayerNotes.warnings(layers, fields));
  }
}
