package dev.nameplate.pipeline;

import dev.nameplate.geometry.Box;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.text.TextBlock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in the explanation's words what became of layers. */
final class LayerNotes {
  private LayerNotes() {}

  static Explanation.LayerNote of(PlacedLayer layer) {
    int index = layer.node().index();
    String type = layer.node().type();
    if (!(layer instanceof PlacedLayer.Visible visible)) {
      return new Explanation.LayerNote(index, type, false, Optional.empty(), List.of(), List.of());
    }
    Box box = visible.bounds();
    List<Double> bounds =
        List.of(tenths(box.x()), tenths(box.y()), tenths(box.width()), tenths(box.height()));
    List<Explanation.LayerNote> parts = parts(layer).stream().map(LayerNotes::of).toList();
    return new Explanation.LayerNote(index, type, true, text(visible), bounds, parts);
  }

  private static Stream<String> losses(MergedFields fields) {
    return fields.failedFetches().entrySet().stream()
        .map(
            lost ->
                "field "
                    + lost.getKey()
                    + ": the picture could not be had, "
                    + lost.getValue().why()
                    + "; see app/docs/troubleshooting.md#lost-picture");
  }

  static List<String> warnings(List<PlacedLayer> layers, MergedFields fields) {
    return Stream.concat(warnings("layer ", layers), losses(fields)).toList();
  }

  private static Stream<String> warnings(String path, List<PlacedLayer> layers) {
    return layers.stream().flatMap(layer -> warnings(path + layer.node().index(), layer));
  }

  private static Stream<String> warnings(String path, PlacedLayer layer) {
    boolean cut = text(layer).map(Explanation.TextNote::cut).orElse(false);
    String advice = ": the text is cut; add a shorter wording, lower minSize or enlarge the box";
    Stream<String> own = cut ? Stream.of(path + advice) : Stream.empty();
    return Stream.concat(own, warnings(path + ", child ", parts(layer)));
  }

  private static List<PlacedLayer> parts(PlacedLayer layer) {
    return layer instanceof PlacedLayer.Group group ? group.parts() : List.of();
  }

  private static Optional<Explanation.TextNote> text(PlacedLayer layer) {
    if (!(layer instanceof PlacedLayer.Text set)) {
      return Optional.empty();
    }
    TextBlock block = set.block();
    return Optional.of(
        new Explanation.TextNote(
            block.wording(), tenths(block.size()), block.lines().size(), block.cut()));
  }

  private static double tenths(double length) {
    return Math.round(length * 10) / 10.0;
  }
}
