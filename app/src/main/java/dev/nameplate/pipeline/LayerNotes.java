package dev.nameplate.pipeline;

import dev.nameplate.geometry.Box;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.LayerName;
import dev.nameplate.template.layer.ProgressLayer;
import dev.nameplate.template.layer.StackLayer;
import dev.nameplate.template.layer.VariantLayer;
import dev.nameplate.text.TextBlock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes placed layers for an explanation. */
final class LayerNotes {
  private LayerNotes() {}

  /**
   * What became of a layer and of its parts.
   *
   * @param written the layer as the template has it; empty for a part that the template does not
   *     write, such as a clock's cell
   */
  static Explanation.LayerNote of(PlacedLayer layer, Optional<Layer> written) {
    int index = layer.node().index();
    String type = layer.node().type();
    String name = written.map(LayerName::of).orElse(type);
    if (!(layer instanceof PlacedLayer.Visible visible)) {
      return new Explanation.LayerNote(
          index, name, type, false, Optional.empty(), List.of(), List.of());
    }
    Box box = visible.bounds();
    List<Double> bounds =
        List.of(tenths(box.x()), tenths(box.y()), tenths(box.width()), tenths(box.height()));
    List<Explanation.LayerNote> parts =
        parts(layer).stream().map(part -> of(part, part(written, part))).toList();
    return new Explanation.LayerNote(index, name, type, true, text(visible), bounds, parts);
  }

  /** The layer that the template has for a part of another one. */
  private static Optional<Layer> part(Optional<Layer> whole, PlacedLayer part) {
    return whole.flatMap(layer -> part(layer, part.node().index()));
  }

  private static Optional<Layer> part(Layer whole, int index) {
    if (whole instanceof VariantLayer varied) {
      return part(varied.variants().values().iterator().next(), index);
    }
    if (whole instanceof ProgressLayer progress) {
      return progress.label().map(Layer.class::cast);
    }
    return whole instanceof StackLayer stack && index < stack.children().size()
        ? Optional.of(stack.children().get(index).layer())
        : Optional.empty();
  }

  private static Stream<String> failedImages(MergedFields fields) {
    return fields.failedFetches().entrySet().stream()
        .map(
            lost ->
                "field "
                    + lost.getKey()
                    + ": the picture could not be had, "
                    + lost.getValue().why()
                    + "; see app/docs/troubleshooting.md#lost-picture");
  }

  /** Warnings of texts that are cut, by the layers' names, then of remote images that failed. */
  static List<String> warnings(List<Explanation.LayerNote> layers, MergedFields fields) {
    return Stream.concat(layers.stream().flatMap(LayerNotes::warnings), failedImages(fields))
        .toList();
  }

  private static Stream<String> warnings(Explanation.LayerNote layer) {
    boolean cut = layer.text().map(Explanation.TextNote::cut).orElse(false);
    String advice = ": the text is cut; add a shorter wording, lower minSize or enlarge the box";
    Stream<String> own = cut ? Stream.of(layer.name() + advice) : Stream.empty();
    return Stream.concat(own, layer.children().stream().flatMap(LayerNotes::warnings));
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
