package dev.nameplate.pipeline.place;

import dev.nameplate.layout.Layout;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.FieldResolver;
import dev.nameplate.merge.query.QueryReader;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.scene.ClockState;
import dev.nameplate.scene.ClockStates;
import dev.nameplate.scene.SceneBuilder;
import dev.nameplate.template.Template;
import java.util.List;

/** The steps from a query to placed layers, before a pixel is touched. */
public final class ScenePlacer {
  private final QueryReader reader = new QueryReader();
  private final FieldResolver resolver;
  private final SceneBuilder scenes;
  private final Layout layout;

  public ScenePlacer(FieldResolver resolver, SceneBuilder scenes, Layout layout) {
    this.resolver = resolver;
    this.scenes = scenes;
    this.layout = layout;
  }

  /** A template's fields with what the query made of them. */
  public MergedFields merge(Template template, RawQuery query) {
    return resolver.resolve(template, reader.read(template, query));
  }

  /** One placed layer for each of the template's, in order. */
  public List<PlacedLayer> place(Template template, MergedFields fields, ClockState clockState) {
    return layout.place(scenes.build(template, fields, clockState));
  }

  /** The layers as they are placed for somebody who might be. */
  public List<PlacedLayer> example(Template template) {
    MergedFields fields = merge(template, ExampleData.of(template));
    return place(template, fields, ClockStates.example(template, fields));
  }
}
