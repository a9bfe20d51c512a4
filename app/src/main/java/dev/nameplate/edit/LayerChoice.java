package dev.nameplate.edit;

import dev.nameplate.layout.PlacedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses some of a picture's placed layers by their paths. */
final class LayerChoice {
  private LayerChoice() {}

  /** The layers that an order asks for, groups with the parts that are left. */
  static List<PlacedLayer> of(PictureOrder order, List<PlacedLayer> layers, String root) {
    List<PlacedLayer> rest = without(layers, root, order.without());
    return order.only().map(only -> only(rest, root, only)).orElse(rest);
  }

  /**
   * The path of a placed layer below its list.
   *
   * @param list the path of the list that it stands in, which is a single layer's for a label
   */
  static String path(String list, PlacedLayer layer) {
    return list.endsWith(".label") ? list : list + "[" + layer.node().index() + "]";
  }

  /** The path of the list with a group's parts. */
  static String parts(String path, PlacedLayer group) {
    return path + (group.node().type().equals("progress") ? ".label" : ".children");
  }

  private static List<PlacedLayer> without(
      List<PlacedLayer> layers, String list, Set<String> without) {
    List<PlacedLayer> rest = new ArrayList<>();
    for (PlacedLayer layer : layers) {
      String path = path(list, layer);
      if (without.contains(path)) {
        continue;
      }
      boolean within = without.stream().anyMatch(each -> each.startsWith(path + "."));
      rest.add(
          within && layer instanceof PlacedLayer.Group group
              ? new PlacedLayer.Group(
                  group.node(),
                  group.backdrop(),
                  without(group.parts(), parts(path, group), without),
                  group.bounds())
              : layer);
    }
    return rest;
  }

  private static List<PlacedLayer> only(List<PlacedLayer> layers, String list, Set<String> only) {
    List<PlacedLayer> chosen = new ArrayList<>();
    for (PlacedLayer layer : layers) {
      String path = path(list, layer);
      if (only.contains(path)) {
        chosen.add(layer);
      } else if (layer instanceof PlacedLayer.Group group) {
        List<PlacedLayer> parts = only(group.parts(), parts(path, group), only);
        if (!parts.isEmpty()) {
          chosen.add(new PlacedLayer.Group(group.node(), Optional.empty(), parts, group.bounds()));
        }
      }
    }
    return chosen;
  }
}
