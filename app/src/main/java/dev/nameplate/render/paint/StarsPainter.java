package dev.nameplate.render.paint;

import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Paints a row of stars, as large as its box allows. */
final class StarsPainter {
  private static final int POINTS = 5;

  /** The inner corners' distance from the center, as a fraction of the points'. */
  private static final double WAIST = 0.5;

  /** The fraction of each side, at either end, that rounds a point. */
  private static final double ROUNDING = 0.18;

  /** Height of a star of radius 1. */
  private static final double HEIGHT = 1 + Math.cos(Math.PI / POINTS);

  /** Width of a star of radius 1. */
  private static final double WIDTH = 2 * Math.sin(2 * Math.PI / POINTS);

  void paint(Node.Stars node, PaintContext paintContext) {
    Box box = paintContext.box();
    double gap = node.gap() * paintContext.factor();
    double cell = Math.min(box.height(), (box.width() - gap * (node.count() - 1)) / node.count());
    if (cell <= 0) {
      return;
    }
    double width = cell * node.count() + gap * (node.count() - 1);
    double left = box.x() + node.align().offset(box.width(), width);
    double top = box.y() + (box.height() - cell) / 2;
    Graphics2D graphics = paintContext.graphics();
    Paint fill = Paints.of(node.fill(), new Box(left, top, width, cell));
    for (int star = 0; star < node.count(); star++) {
      int place = node.rightToLeft() ? node.count() - 1 - star : star;
      Box at = new Box(left + place * (cell + gap), top, cell, cell);
      double share = Math.max(0, Math.min(1, node.filled() - star));
      paint(node, at, share, fill, graphics);
    }
  }

  private static void paint(
      Node.Stars node, Box cell, double share, Paint fill, Graphics2D graphics) {
    Path2D star = star(cell);
    if (share < 1) {
      graphics.setColor(new Color(node.track().argb(), true));
      graphics.fill(
          part(star, cell, node.rightToLeft() ? 0 : share, node.rightToLeft() ? 1 - share : 1));
    }
    if (share > 0) {
      graphics.setPaint(fill);
      graphics.fill(
          part(star, cell, node.rightToLeft() ? 1 - share : 0, node.rightToLeft() ? 1 : share));
    }
  }

  /** The part of a star between two fractions of its cell's width. */
  private static java.awt.Shape part(Path2D star, Box cell, double from, double to) {
    if (from == 0 && to == 1) {
      return star;
    }
    Area area = new Area(star);
    area.intersect(
        new Area(
            new Rectangle2D.Double(
                cell.x() + cell.width() * from,
                cell.y(),
                cell.width() * (to - from),
                cell.height())));
    return area;
  }

  /** A star with rounded points that fills a square's width. */
  private static Path2D star(Box cell) {
    double radius = cell.width() / Math.max(WIDTH, HEIGHT);
    double middleX = cell.centerX();
    double middleY = cell.centerY() - radius * HEIGHT / 2 + radius;
    double[] x = new double[2 * POINTS];
    double[] y = new double[2 * POINTS];
    for (int corner = 0; corner < x.length; corner++) {
      double angle = Math.PI * corner / POINTS;
      double reach = corner % 2 == 0 ? radius : radius * WAIST;
      x[corner] = middleX + reach * Math.sin(angle);
      y[corner] = middleY - reach * Math.cos(angle);
    }
    Path2D star = new Path2D.Double();
    for (int corner = 0; corner < x.length; corner += 2) {
      int before = (corner + x.length - 1) % x.length;
      double startX = x[corner] + (x[before] - x[corner]) * ROUNDING;
      double startY = y[corner] + (y[before] - y[corner]) * ROUNDING;
      double endX = x[corner] + (x[corner + 1] - x[corner]) * ROUNDING;
      double endY = y[corner] + (y[corner + 1] - y[corner]) * ROUNDING;
      if (corner == 0) {
        star.moveTo(startX, startY);
      } else {
        star.lineTo(startX, startY);
      }
      star.quadTo(x[corner], y[corner], endX, endY);
      star.lineTo(x[corner + 1], y[corner + 1]);
    }
    star.closePath();
    return star;
  }
}
