package dev.nameplate.template;

import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.ProgressLayer;
import dev.nameplate.template.layer.StackLayer;
import dev.nameplate.template.layer.VariantLayer;
import java.util.ArrayList;
import java.util.List;

/** Lists all layers of a template with their JSON paths, for checks of templates. */
public final class LayerWalk {
  private LayerWalk() {}

  /**
   * A layer and its place.
   *
   * @param path JSON path, {@code $.layers[2].children[0]}
   * @param layer found there
   */
  public record Stop(String path, Layer layer) {}

  /**
   * All layers from the bottom up, the children and the label of a layer after it. A layer with
   * variants is listed once for each different variant, with the same path.
   *
   * @param template its own layers, not those of its standard design
   * @return a new list that the caller owns; empty for a template without layers
   */
  public static List<Stop> of(Template template) {
    List<Stop> stops = new ArrayList<>();
    for (int index = 0; index < template.layers().size(); index++) {
      walk("$.layers[" + index + "]", template.layers().get(index), stops);
    }
    return stops;
  }

  private static void walk(String path, Layer layer, List<Stop> stops) {
    if (layer instanceof VariantLayer varied) {
      varied.variants().values().stream().distinct().forEach(each -> walk(path, each, stops));
      return;
    }
    stops.add(new Stop(path, layer));
    if (layer instanceof StackLayer stack) {
      for (int at = 0; at < stack.children().size(); at++) {
        walk(path + ".children[" + at + "]", stack.children().get(at).layer(), stops);
      }
    }
    if (layer instanceof ProgressLayer progress) {
      progress.label().ifPresent(label -> walk(path + ".label", label, stops));
    }
  }
}
