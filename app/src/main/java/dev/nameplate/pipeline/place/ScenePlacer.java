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

/** The steps from a query to placed layers. Safe for many threads. */
public final class ScenePlacer {
  private final QueryReader reader = new QueryReader();
  private final FieldResolver resolver;
  private final SceneBuilder scenes;
  private final Layout layout;

  /**
   * @param resolver cleans values and applies fallbacks
   * @param scenes fills values into layers
   * @param layout positions the layers
   */
  public ScenePlacer(FieldResolver resolver, SceneBuilder scenes, Layout layout) {
    this.resolver = resolver;
    this.scenes = scenes;
    this.layout = layout;
  }

  /**
   * Returns the template's fields with their values after cleaning and fallback. Never fails for
   * any query; fetches nothing.
   */
  public MergedFields merge(Template template, RawQuery query) {
    return resolver.resolve(template, reader.read(template, query));
  }

  /**
   * Returns the template's layers with their final positions and wordings.
   *
   * @param fields values after cleaning and fallback
   * @return one for each layer, in order, hidden ones included
   * @throws dev.nameplate.text.font.FontException if a font file that is needed cannot be read
   */
  public List<PlacedLayer> place(Template template, MergedFields fields, ClockState clockState) {
    return layout.place(scenes.build(template, fields, clockState));
  }

  /**
   * Returns the template's layers for made-up values and a running clock, one for each layer, in
   * order, hidden ones included.
   */
  public List<PlacedLayer> example(Template template) {
    MergedFields fields = merge(template, ExampleData.of(template));
    return place(template, fields, ClockStates.example(template, fields));
  }
}
