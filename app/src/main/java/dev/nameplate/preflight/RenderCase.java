package dev.nameplate.preflight;

import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.util.List;

/**
 * A template with data put into it, before a pixel is drawn.
 *
 * @param data as a sender would fill it in
 * @param fields what was made of the data
 * @param layers where everything stands
 */
public record RenderCase(
    Template template, Sample data, MergedFields fields, List<PlacedLayer> layers) {
  public RenderCase {
    layers = List.copyOf(layers);
  }

  /** Every layer that is drawn, with the place where it is written; parts follow their group. */
  public List<LocatedLayer> placed() {
    return LocatedLayer.of(layers);
  }
}
