package dev.nameplate.art;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Citrus fruit on a voucher. */
final class CouponArt {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 280;
  private static final String GREEN = "#123f2f";

  private CouponArt() {}

  static BufferedImage voucher() {
    Area panel = new Area(Forms.card(12, 12, WIDTH - 24, HEIGHT - 24, 16));
    panel.subtract(new Area(Forms.disc(12, HEIGHT / 2.0, 12)));
    panel.subtract(new Area(Forms.disc(WIDTH - 12, HEIGHT / 2.0, 12)));
    Easel inside = new Easel(WIDTH, HEIGHT, 2);
    inside.fill(
        new Rectangle2D.Double(0, 0, WIDTH, HEIGHT),
        Ink.linear(0, 0, WIDTH, HEIGHT, Ink.hex("#fffaf0"), Ink.hex("#fdf0cf")));
    leaf(inside, 388, 36, 74, 118);
    leaf(inside, 398, 40, 66, 72);
    slice(inside, new Fruit(512, 112, 124, 11, 6, "#f39c12", "#ffd45c", "#fdae1f"));
    slice(inside, new Fruit(414, 232, 62, 9, 24, "#7fa832", "#d9ea84", "#a4c843"));
    drops(inside);
    inside.keep(panel);
    Easel whole = new Easel(WIDTH, HEIGHT, 2);
    whole.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), Ink.hex(GREEN));
    whole.lay(inside);
    return whole.image();
  }

  /** A slice of a fruit: where, how large, its segments, its turn in degrees and its colours. */
  private record Fruit(
      double x,
      double y,
      double radius,
      int segments,
      double turn,
      String rind,
      String heart,
      String flesh) {}

  private static void slice(Easel easel, Fruit fruit) {
    double r = fruit.radius();
    Shape whole = Forms.disc(fruit.x(), fruit.y(), r);
    easel.shadow(whole, r * 0.06, r * 0.16, Ink.alpha("#6b4a00", 0.28));
    Color rind = Ink.hex(fruit.rind());
    easel.fill(
        whole,
        Ink.linear(
            fruit.x() - r,
            fruit.y() - r,
            fruit.x() + r,
            fruit.y() + r,
            Ink.hex(fruit.flesh()),
            rind));
    easel.fill(Forms.disc(fruit.x(), fruit.y(), r * 0.925), Ink.hex("#fff8e0"));
    double each = 360.0 / fruit.segments();
    for (int segment = 0; segment < fruit.segments(); segment++) {
      wedge(easel, fruit, fruit.turn() + segment * each, each);
    }
    easel.fill(Forms.disc(fruit.x(), fruit.y(), r * 0.05), Ink.hex("#fff8e0"));
  }

  private static void wedge(Easel easel, Fruit fruit, double turn, double each) {
    double r = fruit.radius();
    double half = Math.toRadians(each / 2) * 0.80;
    Path2D wedge = new Path2D.Double();
    wedge.moveTo(fruit.x() + r * 0.17, fruit.y());
    for (int step = -12; step <= 12; step++) {
      double angle = half * step / 12;
      wedge.lineTo(fruit.x() + r * 0.80 * Math.cos(angle), fruit.y() + r * 0.80 * Math.sin(angle));
    }
    wedge.closePath();
    Shape turned = Forms.turned(wedge, turn, fruit.x(), fruit.y());
    var paint =
        Ink.radial(fruit.x(), fruit.y(), r * 0.9, Ink.hex(fruit.heart()), Ink.hex(fruit.flesh()));
    easel.fill(turned, paint);
    easel.line(turned, paint, new BasicStroke((float) (r * 0.075), 1, 1));
    for (int vein = -2; vein <= 2; vein++) {
      double angle = half * vein * 0.36;
      double from = r * (0.42 + 0.07 * Math.abs(vein));
      double to = r * (0.74 - 0.05 * Math.abs(vein));
      Shape streak =
          Forms.through(
              fruit.x() + from * Math.cos(angle),
              fruit.y() + from * Math.sin(angle),
              fruit.x() + to * Math.cos(angle * 1.05),
              fruit.y() + to * Math.sin(angle * 1.05));
      easel.line(
          Forms.turned(streak, turn, fruit.x(), fruit.y()), Ink.alpha("#ffffff", 0.32), r * 0.016);
    }
  }

  private static void leaf(Easel easel, double x, double y, double length, double turn) {
    Path2D leaf = new Path2D.Double();
    leaf.moveTo(x, y);
    leaf.curveTo(
        x + length * 0.25, y - length * 0.34, x + length * 0.75, y - length * 0.3, x + length, y);
    leaf.curveTo(x + length * 0.75, y + length * 0.24, x + length * 0.25, y + length * 0.3, x, y);
    Shape turned = Forms.turned(leaf, turn - 90, x, y);
    easel.fill(
        turned, Ink.linear(x - 40, y, x + 60, y + 60, Ink.hex("#2f7d4f"), Ink.hex("#7db34a")));
    Shape vein =
        Forms.turned(
            Forms.through(x + 2, y, x + length * 0.5, y - length * 0.02, x + length * 0.92, y),
            turn - 90,
            x,
            y);
    easel.line(vein, Ink.alpha("#fffaf0", 0.55), 1.1);
  }

  private static void drops(Easel easel) {
    double[][] drops = {{352, 196, 4}, {340, 214, 2.4}, {368, 176, 2.8}, {484, 252, 3.2}};
    for (double[] drop : drops) {
      easel.fill(
          Forms.disc(drop[0], drop[1], drop[2]),
          Ink.linear(
              drop[0],
              drop[1] - drop[2],
              drop[0],
              drop[1] + drop[2],
              Ink.hex("#c9dd6d"),
              Ink.hex("#93b937")));
    }
  }
}
