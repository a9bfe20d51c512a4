package dev.nameplate.render;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import dev.nameplate.geometry.DeviceBox;
import dev.nameplate.scene.Node;
import dev.nameplate.template.QrLayer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Paints a QR code in whole device pixels for each module. A payload too long for any code, or for
 * a box of so few pixels, is a recipient's data and no error: nothing is painted.
 */
final class QrPainter {
  private static final List<QrLayer.Correction> LEVELS =
      List.of(
          QrLayer.Correction.H, QrLayer.Correction.Q, QrLayer.Correction.M, QrLayer.Correction.L);

  void paint(Node.Qr node, Brush brush) {
    DeviceBox box = Canvas.device(node.placement().box(), brush.factor());
    Optional<ByteMatrix> matrix = matrix(node);
    if (matrix.isEmpty()) {
      return;
    }
    int modules = matrix.get().getWidth() + 2 * node.quietZone();
    int module = Math.min(box.width(), box.height()) / modules;
    if (module == 0) {
      return;
    }
    int side = module * modules;
    int left = box.x() + (box.width() - side) / 2;
    int top = box.y() + (box.height() - side) / 2;
    Graphics2D graphics = brush.graphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING,
        node.placement().rotate() == 0
            ? RenderingHints.VALUE_ANTIALIAS_OFF
            : RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(node.light().argb(), true));
    graphics.fillRect(left, top, side, side);
    graphics.setColor(new Color(node.dark().argb(), true));
    int quiet = node.quietZone() * module;
    paintModules(matrix.get(), module, left + quiet, top + quiet, graphics);
  }

  private static void paintModules(
      ByteMatrix matrix, int module, int left, int top, Graphics2D graphics) {
    for (int row = 0; row < matrix.getHeight(); row++) {
      for (int column = 0; column < matrix.getWidth(); column++) {
        int start = column;
        while (column < matrix.getWidth() && matrix.get(column, row) == 1) {
          column++;
        }
        if (column > start) {
          graphics.fillRect(
              left + start * module, top + row * module, (column - start) * module, module);
        }
      }
    }
  }

  /** The code at the level asked for, or at a lower one where the payload is long. */
  private static Optional<ByteMatrix> matrix(Node.Qr node) {
    return LEVELS.stream()
        .filter(level -> level.compareTo(node.correction()) <= 0)
        .flatMap(level -> matrix(node.payload(), level).stream())
        .findFirst();
  }

  private static Optional<ByteMatrix> matrix(String payload, QrLayer.Correction level) {
    try {
      return Optional.of(
          Encoder.encode(
                  payload,
                  ErrorCorrectionLevel.valueOf(level.name()),
                  Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()))
              .getMatrix());
    } catch (WriterException tooLong) {
      return Optional.empty();
    }
  }
}
