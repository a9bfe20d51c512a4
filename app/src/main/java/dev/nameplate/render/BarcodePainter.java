package dev.nameplate.render;

import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.scene.Node;
import java.util.Optional;

/**
 * Paints a barcode in whole device pixels for each module. A payload too long for its box is a
 * recipient's data and no error: nothing is painted.
 */
final class BarcodePainter {
  void paint(Node.Barcode node, Brush brush) {
    DeviceBox box = PixelGrid.snapped(brush.box());
    grid(node, box)
        .filter(CodeGrid::fits)
        .ifPresent(grid -> grid.paint(node.dark(), node.light(), brush.graphics()));
  }

  private static Optional<CodeGrid> grid(Node.Barcode node, DeviceBox box) {
    int quiet = node.quietZone();
    String payload = node.payload();
    return switch (node.symbology()) {
      case CODE128 ->
          Barcodes.code128(payload).map(modules -> CodeGrid.linear(modules, quiet, box));
      case EAN13 -> Barcodes.ean13(payload).map(modules -> CodeGrid.linear(modules, quiet, box));
      case PDF417 -> Barcodes.pdf417(payload, quiet, box);
      case AZTEC -> Barcodes.aztec(payload).map(modules -> CodeGrid.square(modules, quiet, box));
      case DATA_MATRIX ->
          Barcodes.dataMatrix(payload).map(modules -> CodeGrid.square(modules, quiet, box));
    };
  }
}
