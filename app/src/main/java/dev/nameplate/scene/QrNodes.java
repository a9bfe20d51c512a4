package dev.nameplate.scene;

import dev.nameplate.template.Datum;
import dev.nameplate.template.QrLayer;
import java.util.Map;
import java.util.Optional;

/** Makes nodes of QR layers. */
final class QrNodes {
  private QrNodes() {}

  static Optional<Node.Qr> of(
      int index, Placement placement, QrLayer layer, Map<String, Datum> values) {
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
