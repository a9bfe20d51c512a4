package dev.nameplate.template;

import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.ProgressLayer;
import dev.nameplate.template.layer.StackLayer;
import dev.nameplate.template.layer.VariantLayer;
import java.util.ArrayList;
import java.util.List;

/** Every layer of a template with its place in the JSON, for those who check templates. */
public final class LayerWalk {
  private LayerWalk() {}

  /**
   * A layer and where it is written.
   *
   * @param path {@code $.layers[2].children[0]}
   */
  public record Stop(String path, Layer layer) {}

  /**
   * All layers, from the bottom up, the parts of a layer after it. A layer that depends on choices
   * is met once for each of its variants, under the same path.
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
