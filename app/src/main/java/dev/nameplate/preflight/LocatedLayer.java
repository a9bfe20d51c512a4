package dev.nameplate.preflight;

import dev.nameplate.layout.PlacedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A drawn layer with its place in the template.
 *
 * @param path in {@code template.json}, {@code $.layers[2].children[0]}
 * @param steps its index in the list of layers, then in the group's parts, and so on
 * @param layer as it is laid out
 */
public record LocatedLayer(String path, List<Integer> steps, PlacedLayer.Visible layer) {
  public LocatedLayer {
    steps = List.copyOf(steps);
  }

  /** Every drawn layer, parts after their group. */
  static List<LocatedLayer> of(List<PlacedLayer> layers) {
    List<LocatedLayer> found = new ArrayList<>();
    walk("$.layers", List.of(), layers, found);
    return found;
  }

  private static void walk(
      String list, List<Integer> steps, List<PlacedLayer> layers, List<LocatedLayer> found) {
    for (int at = 0; at < layers.size(); at++) {
      if (layers.get(at) instanceof PlacedLayer.Visible visible) {
        String path = list.endsWith("label") ? list : list + "[" + visible.node().index() + "]";
        List<Integer> own = with(steps, at);
        found.add(new LocatedLayer(path, own, visible));
        if (visible instanceof PlacedLayer.Group group) {
          String parts = group.node().type().equals("progress") ? ".label" : ".children";
          walk(path + parts, own, group.parts(), found);
        }
      }
    }
  }

  private static List<Integer> with(List<Integer> steps, int step) {
    List<Integer> longer = new ArrayList<>(steps);
    longer.add(step);
    return longer;
  }

  /** The layers below this one, those of its own groups among them. */
  List<PlacedLayer> below(List<PlacedLayer> layers) {
    return below(layers, steps);
  }

  private static List<PlacedLayer> below(List<PlacedLayer> layers, List<Integer> steps) {
    int at = steps.get(0);
    List<PlacedLayer> under = new ArrayList<>(layers.subList(0, at));
    if (steps.size() > 1 && layers.get(at) instanceof PlacedLayer.Group group) {
      List<PlacedLayer> parts = below(group.parts(), steps.subList(1, steps.size()));
      under.add(new PlacedLayer.Group(group.node(), group.backdrop(), parts, group.bounds()));
    }
    return under;
  }

  /** Another layer in this one's place, turned and faded as its groups are, and nothing else. */
  PlacedLayer alone(List<PlacedLayer> layers, PlacedLayer other) {
    return alone(layers, steps, other);
  }

  private static PlacedLayer alone(
      List<PlacedLayer> layers, List<Integer> steps, PlacedLayer other) {
    if (steps.size() > 1 && layers.get(steps.get(0)) instanceof PlacedLayer.Group group) {
      PlacedLayer part = alone(group.parts(), steps.subList(1, steps.size()), other);
      return new PlacedLayer.Group(group.node(), Optional.empty(), List.of(part), group.bounds());
    }
    return other;
  }
}
