package dev.nameplate.render.paint;

import dev.nameplate.asset.DecodedImage;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Position;
import dev.nameplate.render.code.ModuleGrid;
import dev.nameplate.render.code.QrCode;
import dev.nameplate.scene.Node;
import dev.nameplate.template.layer.ImageLayer;
import dev.nameplate.template.layer.QrLayer;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Paints a QR code with modules of whole device pixels. If the payload is too long for any code or
 * for its box, nothing is painted; that is not an error, since payloads are recipients' data.
 */
final class QrPainter {
  void paint(Node.Qr node, PaintContext paintContext) {
    Optional<QrCode> code =
        node.logo()
            .map(logo -> QrCode.of(node.payload(), node.correction(), logo.share()))
            .orElseGet(() -> QrCode.of(node.payload(), node.correction()));
    DeviceBox box = PixelGrid.snapped(paintContext.box());
    code.ifPresent(found -> paint(node, found, box, paintContext));
  }

  private static void paint(Node.Qr node, QrCode code, DeviceBox box, PaintContext paintContext) {
    ModuleGrid grid = ModuleGrid.square(code.modules(), node.quietZone(), box);
    if (!grid.fits()) {
      return;
    }
    grid.paint(node.dark(), node.light(), paintContext.graphics());
    node.logo()
        .filter(logo -> code.hole() > 0)
        .ifPresent(logo -> paint(logo, code, grid, paintContext));
  }

  private static void paint(
      QrLayer.Logo logo, QrCode code, ModuleGrid grid, PaintContext paintContext) {
    int side = (code.hole() - 2 * QrCode.MARGIN) * grid.module();
    DeviceBox area = grid.area();
    int left = area.x() + (area.width() - side) / 2;
    int top = area.y() + (area.height() - side) / 2;
    DecodedImage decodedImage = paintContext.pictures().load(paintContext.template(), logo.path());
    BufferedImage whole = decodedImage.image();
    ImageCrop cut =
        ImageCrop.of(
            whole.getWidth(),
            whole.getHeight(),
            new DeviceBox(left, top, side, side),
            ImageLayer.Fit.CONTAIN,
            Position.CENTER);
    BufferedImage shown = paintContext.pictures().scaled(decodedImage, cut).image();
    Graphics2D graphics = paintContext.graphics();
    graphics.drawImage(shown, left + cut.left(), top + cut.top(), null);
  }
}
