package dev.nameplate.render.paint;

import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import dev.nameplate.template.layer.ProgressStyle;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Paints bars and rings: the track, and over it the filled part. */
final class ProgressPainter {
  /** Java2D's angle of the top, in degrees counterclockwise from the right. */
  private static final double TOP = 90;

  private static final double WHOLE = 360;

  void paint(Node.Progress node, PaintContext paintContext) {
    Box box = paintContext.box();
    if (node.style().shape() == ProgressStyle.Shape.RING) {
      ring(node, box, paintContext);
    } else {
      bar(node, box, paintContext.graphics());
    }
  }

  private static void bar(Node.Progress node, Box box, Graphics2D graphics) {
    boolean rounded = node.style().rounded();
    graphics.setColor(new Color(node.style().track().argb(), true));
    graphics.fill(strip(box, rounded));
    if (node.share() == 0) {
      return;
    }
    double least = rounded ? Math.min(box.width(), box.height()) : 0;
    double width = Math.max(least, box.width() * node.share());
    double left = node.style().rightToLeft() ? box.right() - width : box.x();
    graphics.setPaint(Paints.of(node.style().fill(), box));
    graphics.fill(strip(new Box(left, box.y(), width, box.height()), rounded));
  }

  private static Shape strip(Box box, boolean rounded) {
    if (!rounded) {
      return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }
    double arc = Math.min(box.width(), box.height());
    return new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), arc, arc);
  }

  private static void ring(Node.Progress node, Box box, PaintContext paintContext) {
    double side = Math.min(box.width(), box.height());
    double thickness = Math.min(node.style().thickness() * paintContext.factor(), side / 2);
    double middle = side - thickness;
    double left = box.centerX() - middle / 2;
    double top = box.centerY() - middle / 2;
    Graphics2D graphics = paintContext.graphics();
    boolean rounded = node.style().rounded();
    int cap = rounded ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
    graphics.setStroke(new BasicStroke((float) thickness, cap, BasicStroke.JOIN_ROUND));
    graphics.setColor(new Color(node.style().track().argb(), true));
    graphics.draw(new Ellipse2D.Double(left, top, middle, middle));
    if (node.share() == 0) {
      return;
    }
    graphics.setPaint(Paints.of(node.style().fill(), box));
    graphics.draw(
        node.share() < 1
            ? new Arc2D.Double(left, top, middle, middle, TOP, -WHOLE * node.share(), Arc2D.OPEN)
            : new Ellipse2D.Double(left, top, middle, middle));
  }
}
