package dev.nameplate.scene;

import dev.nameplate.template.layer.QrLayer;
import dev.nameplate.template.wording.WordingValue;
import java.util.Map;
import java.util.Optional;

/** Makes nodes of QR layers. */
final class QrNodes {
  private QrNodes() {}

  static Optional<Node.Qr> of(
      int index, Placement placement, QrLayer layer, Map<String, WordingValue> values) {
    return layer
        .data()
        .fill(values)
        .map(
            payload ->
                new Node.Qr(
                    index,
                    placement,
                    payload,
                    layer.correction(),
                    layer.quietZone(),
                    layer.dark(),
                    layer.light(),
                    layer.logo()));
  }
}
