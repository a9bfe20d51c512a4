package dev.nameplate.preflight;

import dev.nameplate.asset.AssetSource;
import dev.nameplate.geometry.Scale;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.pipeline.Pipeline;
import dev.nameplate.pipeline.RenderResult;
import dev.nameplate.render.Renderer;
import dev.nameplate.scene.ClockState;
import dev.nameplate.template.Format;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The drawing steps for commands and checks. Prepared backgrounds are cached; finished pictures are
 * not.
 *
 * @param pipeline the steps as requests run them
 * @param quick the same on backgrounds that are compressed fast
 * @param renderer paints laid-out layers
 * @param assets the templates' own pictures
 * @param before runs before each step that takes a while; what it throws ends the work
 */
public record OfflineRenderer(
    Pipeline pipeline, Pipeline quick, Renderer renderer, AssetSource assets, Runnable before) {
  /** Steps that nothing runs before. */
  public OfflineRenderer(Pipeline pipeline, Pipeline quick, Renderer renderer, AssetSource assets) {
    this(pipeline, quick, renderer, assets, () -> {});
  }

  /** Returns the same steps with something that runs before each of them, on its thread. */
  public OfflineRenderer before(Runnable other) {
    return new OfflineRenderer(pipeline, quick, renderer, assets, other);
  }

  /** Returns a template merged with data and laid out, with running countdowns, but not painted. */
  public RenderCase renderCase(Template template, Sample data) {
    before.run();
    MergedFields fields = pipeline.merge(template, new RawQuery(data.query()));
    return new RenderCase(template, data, fields, pipeline.place(template, fields));
  }

  /** The picture of a case, transparent parts flattened onto the template's matte. */
  BufferedImage opaque(RenderCase renderCase, Scale scale) {
    return opaque(renderCase.template(), renderCase.layers(), scale);
  }

  /** The picture of a case in a file that is compressed fast, without a clock. */
  RenderResult quick(RenderCase renderCase, Scale scale, Format format) {
    before.run();
    return quick.picture(
        renderCase.template(), renderCase.fields(), scale, format, ClockState.NONE);
  }

  /** The file of a case as recipients get it in the end, without a clock. */
  RenderResult file(RenderCase renderCase, Scale scale, Format format) {
    before.run();
    return pipeline.bestPicture(
        renderCase.template(), renderCase.fields(), scale, format, ClockState.NONE);
  }

  /** Some layers of a template, flattened onto its matte. */
  BufferedImage opaque(Template template, List<PlacedLayer> layers, Scale scale) {
    before.run();
    return renderer.paintWhole(template, layers, scale, true);
  }
}
