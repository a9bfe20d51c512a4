package dev.nameplate.render;

import dev.nameplate.asset.Asset;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.geometry.Position;
import dev.nameplate.scene.Node;
import dev.nameplate.template.ImageLayer;
import dev.nameplate.template.QrLayer;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Paints a QR code in whole device pixels for each module. A payload too long for any code, or for
 * a box of so few pixels, is a recipient's data and no error: nothing is painted.
 */
final class QrPainter {
  void paint(Node.Qr node, Brush brush) {
    Optional<QrCode> code =
        node.logo()
            .map(logo -> QrCode.of(node.payload(), node.correction(), logo.share()))
            .orElseGet(() -> QrCode.of(node.payload(), node.correction()));
    DeviceBox box = PixelGrid.snapped(brush.box());
    code.ifPresent(found -> paint(node, found, box, brush));
  }

  private static void paint(Node.Qr node, QrCode code, DeviceBox box, Brush brush) {
    CodeGrid grid = CodeGrid.square(code.modules(), node.quietZone(), box);
    if (!grid.fits()) {
      return;
    }
    grid.paint(node.dark(), node.light(), brush.graphics());
    node.logo().filter(logo -> code.hole() > 0).ifPresent(logo -> paint(logo, code, grid, brush));
  }

  private static void paint(QrLayer.Logo logo, QrCode code, CodeGrid grid, Brush brush) {
    int side = (code.hole() - 2 * QrCode.MARGIN) * grid.module();
    DeviceBox area = grid.area();
    int left = area.x() + (area.width() - side) / 2;
    int top = area.y() + (area.height() - side) / 2;
    Asset asset = brush.pictures().load(brush.template(), logo.path());
    BufferedImage whole = asset.image();
    PictureCut cut =
        PictureCut.of(
            whole.getWidth(),
            whole.getHeight(),
            new DeviceBox(left, top, side, side),
            ImageLayer.Fit.CONTAIN,
            Position.CENTRE);
    BufferedImage shown = brush.pictures().scaled(asset, cut).image();
    Graphics2D graphics = brush.graphics();
    graphics.drawImage(shown, left + cut.left(), top + cut.top(), null);
  }
}
