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

/** The steps of drawing, as the tools use them: without cache, threads and HTTP. */
public record OfflineRenderer(Pipeline pipeline, Renderer renderer, AssetSource assets) {
  /** A template with data put into it. */
  public RenderCase attempt(Template template, Sample data) {
    MergedFields fields = pipeline.merge(template, new RawQuery(data.query()));
    return new RenderCase(template, data, fields, pipeline.place(template, fields));
  }

  /** The picture of an attempt; what is clear in it is laid on the template's matte. */
  BufferedImage opaque(RenderCase renderCase, Scale scale) {
    return opaque(renderCase.template(), renderCase.layers(), scale);
  }

  /** Some layers of a template, laid on its matte. */
  BufferedImage opaque(Template template, List<PlacedLayer> layers, Scale scale) {
    return renderer.paintWhole(template, layers, scale, true);
  }
}
