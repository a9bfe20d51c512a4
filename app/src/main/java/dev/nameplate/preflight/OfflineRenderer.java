package dev.nameplate.preflight;

import dev.nameplate.asset.AssetSource;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.render.Renderer;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The drawing steps for commands and checks. Prepared backgrounds are cached; finished pictures are
 * not.
 *
 * @param pipeline the steps as requests run them
 * @param renderer paints laid-out layers
 * @param assets the templates' own pictures
 */
public record OfflineRenderer(Pipeline pipeline, Renderer renderer, AssetSource assets) {
  /** Returns a template merged with data and laid out, with running countdowns, but not painted. */
  public RenderCase renderCase(Template template, Sample data) {
    MergedFields fields = pipeline.merge(template, new RawQuery(data.query()));
    return new RenderCase(template, data, fields, pipeline.place(template, fields));
  }

  /** The picture of a case, transparent parts flattened onto the template's matte. */
  BufferedImage opaque(RenderCase renderCase, Scale scale) {
    return opaque(renderCase.template(), renderCase.layers(), scale);
  }

  /** Some layers of a template, flattened onto its matte. */
  BufferedImage opaque(Template template, List<PlacedLayer> layers, Scale scale) {
    return renderer.paintWhole(template, layers, scale, true);
  }
}
