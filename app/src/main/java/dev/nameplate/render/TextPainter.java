package dev.nameplate.render;

import dev.nameplate.geometry.Box;
import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.template.TextStyle;
import dev.nameplate.text.Line;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Paints set text: its shadow, then its outline, then the letters. */
final class TextPainter {
  private final LetterMasks masks = new LetterMasks();

  void paint(PlacedLayer.Text layer, Brush brush) {
    Path2D letters = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (Line line : layer.block().lines()) {
      letters.append(line.outline().getPathIterator(toDevice(line, layer, brush.factor())), false);
    }
    TextStyle style = layer.node().style();
    style.shadow().ifPresent(shadow -> SoftShadow.paint(letters, shadow, brush));
    style.outline().ifPresent(outline -> outline(letters, outline, brush));
    masks.fill(letters, new Color(style.color().argb(), true), brush.graphics());
  }

  /**
   * Puts an upright line's baseline between two rows of pixels, so that letters stand crisp and all
   * alike, unless that would bring ink out of the box.
   */
  private static AffineTransform toDevice(Line line, PlacedLayer.Text layer, double factor) {
    double baseline = line.baseline() * factor;
    double shift = Math.rint(baseline) - baseline;
    Box ink = line.ink().times(factor);
    Box box = layer.node().placement().box().times(factor);
    boolean stays = ink.y() + shift >= box.y() && ink.bottom() + shift <= box.bottom();
    boolean upright = layer.node().placement().rotate() == 0;
    AffineTransform toDevice =
        AffineTransform.getTranslateInstance(0, upright && stays ? shift : 0);
    toDevice.scale(factor, factor);
    return toDevice;
  }

  private static void outline(Path2D letters, TextStyle.Outline outline, Brush brush) {
    brush.graphics().setColor(new Color(outline.color().argb(), true));
    brush
        .graphics()
        .setStroke(
            new BasicStroke(
                (float) (2 * outline.width() * brush.factor()),
                BasicStroke.CAP_ROUND,
                BasicStroke.JOIN_ROUND));
    brush.graphics().draw(letters);
  }
}
