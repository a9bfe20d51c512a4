package dev.nameplate.edit;

import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.scene.Placement;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.LayerName;
import dev.nameplate.template.layer.ProgressLayer;
import dev.nameplate.template.layer.StackLayer;
import dev.nameplate.template.layer.VariantLayer;
import dev.nameplate.text.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists where placed layers stand. */
final class LayerBoxes {
  private LayerBoxes() {}

  /**
   * One box for each layer, in order.
   *
   * @param written the template's layers
   * @param root the path of their list
   */
  static List<LayerBox> of(List<PlacedLayer> layers, List<Layer> written, String root) {
    List<LayerBox> boxes = new ArrayList<>();
    for (PlacedLayer layer : layers) {
      boxes.add(box(layer, Optional.of(written.get(layer.node().index())), root));
    }
    return boxes;
  }

  private static LayerBox box(PlacedLayer layer, Optional<Layer> written, String list) {
    String path = LayerChoice.path(list, layer);
    List<LayerBox> children = new ArrayList<>();
    if (layer instanceof PlacedLayer.Group group) {
      for (PlacedLayer part : group.parts()) {
        Optional<Layer> own = written.flatMap(whole -> part(whole, part.node().index()));
        own.ifPresent(known -> children.add(box(part, own, LayerChoice.parts(path, group))));
      }
    }
    return new LayerBox(
        path,
        layer.node().index(),
        layer.node().type(),
        written.map(LayerName::of).orElse(layer.node().type()),
        layer instanceof PlacedLayer.Visible visible
            ? Optional.of(frame(visible))
            : Optional.empty(),
        children);
  }

  private static LayerBox.LayerFrame frame(PlacedLayer.Visible layer) {
    Placement placement = layer.node().placement();
    return new LayerBox.LayerFrame(
        placement.box(),
        placement.rotate(),
        layer.bounds(),
        layer instanceof PlacedLayer.Text text
            ? Optional.of(text(text.block()))
            : Optional.empty());
  }

  private static LayerBox.SetText text(TextBlock block) {
    return new LayerBox.SetText(
        block.wording(),
        block.size(),
        block.cut(),
        block.lines().stream()
            .map(
                line ->
                    new LayerBox.SetLine(line.start(), line.baseline(), line.advance(), line.ink()))
            .toList());
  }

  /** The layer that the template has for a part of another one; none for a clock's cells. */
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
}
