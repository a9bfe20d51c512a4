package dev.nameplate.render;

import dev.nameplate.layout.PlacedLayer;
import dev.nameplate.template.TextStyle;
import dev.nameplate.text.Line;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Paints set text: its shadow, then its outline, then the letters. */
final class TextPainter {
  void paint(PlacedLayer.Text layer, Brush brush) {
    Path2D letters = new Path2D.Double(Path2D.WIND_NON_ZERO);
    AffineTransform toDevice = AffineTransform.getScaleInstance(brush.factor(), brush.factor());
    for (Line line : layer.block().lines()) {
      letters.append(line.outline().getPathIterator(toDevice), false);
    }
    TextStyle style = layer.node().style();
    style.shadow().ifPresent(shadow -> SoftShadow.paint(letters, shadow, brush));
    Graphics2D graphics = brush.graphics();
    style.outline().ifPresent(outline -> outline(letters, outline, brush));
    graphics.setColor(new Color(style.color().argb(), true));
    graphics.fill(letters);
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
