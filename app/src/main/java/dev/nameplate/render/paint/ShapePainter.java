package dev.nameplate.render.paint;

import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import dev.nameplate.template.layer.ShapeLayer;
import dev.nameplate.template.layer.Stroke;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Paints rectangles, ellipses and lines; a stroke lies inside the shape. */
final class ShapePainter {
  void paint(Node.Shape node, PaintContext paintContext) {
    Box box = paintContext.box();
    Graphics2D graphics = paintContext.graphics();
    double radius = node.radius() * paintContext.factor();
    node.fill()
        .filter(fill -> node.kind() != ShapeLayer.Kind.LINE)
        .ifPresent(
            fill -> {
              graphics.setPaint(Paints.of(fill, box));
              graphics.fill(outline(node.kind(), box, radius));
            });
    node.stroke().ifPresent(stroke -> stroke(node.kind(), box, radius, stroke, paintContext));
  }

  private static void stroke(
      ShapeLayer.Kind kind, Box box, double radius, Stroke stroke, PaintContext paintContext) {
    double width = stroke.width() * paintContext.factor();
    float[] dash = new float[stroke.dash().size()];
    for (int part = 0; part < dash.length; part++) {
      dash[part] = (float) (stroke.dash().get(part) * paintContext.factor());
    }
    paintContext.graphics().setPaint(new Color(stroke.color().argb(), true));
    paintContext
        .graphics()
        .setStroke(
            new BasicStroke(
                (float) width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                dash.length == 0 ? null : dash,
                0));
    paintContext.graphics().draw(centerLine(kind, box, radius, width));
  }

  /** The line along which a stroke of a width stays inside the box. */
  private static Shape centerLine(ShapeLayer.Kind kind, Box box, double radius, double width) {
    if (kind == ShapeLayer.Kind.LINE) {
      boolean flat = box.height() <= width;
      boolean upright = box.width() <= width;
      return new Line2D.Double(
          upright ? box.centerX() : box.x(),
          flat ? box.centerY() : box.y(),
          upright ? box.centerX() : box.right(),
          flat ? box.centerY() : box.bottom());
    }
    double inset = Math.min(width, Math.min(box.width(), box.height())) / 2;
    Box inner =
        new Box(
            box.x() + inset, box.y() + inset, box.width() - 2 * inset, box.height() - 2 * inset);
    return outline(kind, inner, Math.max(0, radius - inset));
  }

  private static Shape outline(ShapeLayer.Kind kind, Box box, double radius) {
    if (kind == ShapeLayer.Kind.ELLIPSE) {
      return new Ellipse2D.Double(box.x(), box.y(), box.width(), box.height());
    }
    double arc = 2 * Math.min(radius, Math.min(box.width(), box.height()) / 2);
    return arc == 0
        ? new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height())
        : new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), arc, arc);
  }
}
