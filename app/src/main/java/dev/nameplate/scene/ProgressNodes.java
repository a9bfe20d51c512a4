package dev.nameplate.scene;

import dev.nameplate.template.layer.ProgressLayer;
import dev.nameplate.template.layer.StarsLayer;
import dev.nameplate.template.wording.WordingValue;
import java.util.Map;
import java.util.Optional;

/** Makes nodes of progress and stars layers. */
final class ProgressNodes {
  private ProgressNodes() {}

  static Optional<Node.Progress> of(
      int index, Placement placement, ProgressLayer layer, Map<String, WordingValue> values) {
    Optional<Double> max = layer.max().of(values).map(Number::doubleValue).filter(most -> most > 0);
    Optional<Double> value = layer.value().of(values).map(Number::doubleValue);
    Optional<Node.Text> label =
        layer.label().flatMap(text -> TextNodes.of(index, placement, text, values));
    return max.flatMap(most -> value.map(reached -> Math.max(0, Math.min(1, reached / most))))
        .map(share -> new Node.Progress(index, placement, layer.style(), share, label));
  }

  static Optional<Node.Stars> of(
      int index, Placement placement, StarsLayer layer, Map<String, WordingValue> values) {
    return layer
        .value()
        .of(values)
        .map(value -> Math.max(0, Math.min(layer.max(), value.doubleValue())))
        .map(
            filled ->
                new Node.Stars(
                    index,
                    placement,
                    filled,
                    layer.max(),
                    layer.gap(),
                    layer.fill(),
                    layer.track(),
                    layer.align(),
                    layer.rightToLeft()));
  }
}
