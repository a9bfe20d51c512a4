package dev.nameplate.scene;

import dev.nameplate.template.layer.BarcodeLayer;
import dev.nameplate.template.wording.WordingValue;
import java.util.Map;
import java.util.Optional;

/** Makes nodes of barcode layers. A payload that the symbology cannot encode counts as missing. */
final class BarcodeNodes {
  private BarcodeNodes() {}

  static Optional<Node.Barcode> of(
      int index, Placement placement, BarcodeLayer layer, Map<String, WordingValue> values) {
    return layer
        .data()
        .fill(values)
        .flatMap(text -> layer.symbology().payload(text, layer.addsCheckDigit()))
        .map(
            payload ->
                new Node.Barcode(
                    index,
                    placement,
                    payload,
                    layer.symbology(),
                    layer.quietZone(),
                    layer.dark(),
                    layer.light()));
  }
}
