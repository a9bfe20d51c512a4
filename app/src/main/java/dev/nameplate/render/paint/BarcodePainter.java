package dev.nameplate.render.paint;

import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.render.code.Barcodes;
import dev.nameplate.render.code.ModuleGrid;
import dev.nameplate.scene.Node;
import java.util.Optional;

/**
 * Paints a barcode with modules of whole device pixels. If the payload is too long for its box,
 * nothing is painted; that is not an error, since payloads are recipients' data.
 */
final class BarcodePainter {
  void paint(Node.Barcode node, PaintContext paintContext) {
    DeviceBox box = PixelGrid.snapped(paintContext.box());
    grid(node, box)
        .filter(ModuleGrid::fits)
        .ifPresent(grid -> grid.paint(node.dark(), node.light(), paintContext.graphics()));
  }

  private static Optional<ModuleGrid> grid(Node.Barcode node, DeviceBox box) {
    int quiet = node.quietZone();
    String payload = node.payload();
    return switch (node.symbology()) {
      case CODE128 ->
          Barcodes.code128(payload)
              .map(barcodeMatrix -> ModuleGrid.linear(barcodeMatrix, quiet, box));
      case EAN13 ->
          Barcodes.ean13(payload)
              .map(barcodeMatrix -> ModuleGrid.linear(barcodeMatrix, quiet, box));
      case UPC_A ->
          Barcodes.upcA(payload).map(barcodeMatrix -> ModuleGrid.linear(barcodeMatrix, quiet, box));
      case PDF417 -> Barcodes.pdf417(payload, quiet, box);
      case AZTEC ->
          Barcodes.aztec(payload)
              .map(barcodeMatrix -> ModuleGrid.square(barcodeMatrix, quiet, box));
      case DATA_MATRIX ->
          Barcodes.dataMatrix(payload)
              .map(barcodeMatrix -> ModuleGrid.square(barcodeMatrix, quiet, box));
    };
  }
}
