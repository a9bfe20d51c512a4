package dev.nameplate.render.paint;

import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;

/** Paints a disc in the middle of its box, with a silhouette on it if there are no letters. */
final class InitialsPainter {
  private static final int FIGURE_ALPHA = 0xb8;

  void paint(Node.Initials node, PaintContext paintContext) {
    Box box = square(paintContext.box());
    Graphics2D graphics = paintContext.graphics();
    Shape disc = new Ellipse2D.Double(box.x(), box.y(), box.width(), box.height());
    graphics.setPaint(new Color(node.fill().argb(), true));
    graphics.fill(disc);
    if (node.letters().isEmpty()) {
      int ink = (node.ink().argb() & 0xffffff) | (FIGURE_ALPHA << 24);
      graphics.setPaint(new Color(ink, true));
      graphics.fill(figure(box, disc));
    }
  }

  private static Box square(Box box) {
    double side = Math.min(box.width(), box.height());
    return new Box(box.centerX() - side / 2, box.centerY() - side / 2, side, side);
  }

  /**
   * Head and shoulders, clipped to the disc; one shape, so that translucent ink shows no overlap.
   */
  private static Shape figure(Box box, Shape disc) {
    Area figure = new Area(part(box, 0.34, 0.2, 0.32));
    figure.add(new Area(part(box, 0.17, 0.59, 0.66)));
    figure.intersect(new Area(disc));
    return figure;
  }

  private static Shape part(Box box, double left, double top, double across) {
    double side = box.width() * across;
    return new Ellipse2D.Double(
        box.x() + box.width() * left, box.y() + box.height() * top, side, side);
  }
}
