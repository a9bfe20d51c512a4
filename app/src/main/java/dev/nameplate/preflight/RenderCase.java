package dev.nameplate.preflight;

import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import java.util.List;

/**
 * A template merged with data and laid out, before it is painted.
 *
 * @param template with a size and layers
 * @param data as a sender would fill it in
 * @param fields as the data was read
 * @param layers as they are laid out, not modifiable
 */
public record RenderCase(
    Template template, Sample data, MergedFields fields, List<PlacedLayer> layers) {
  public RenderCase {
    layers = List.copyOf(layers);
  }

  /**
   * Returns every drawn layer with its place in the template; the parts of a group follow it. Empty
   * where nothing is drawn.
   */
  public List<LocatedLayer> locatedLayers() {
    return LocatedLayer.of(layers);
  }
}
