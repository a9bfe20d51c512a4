package dev.nameplate.art;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Headphones before rays of light, in few flat colours, since the sale's picture is a GIF too. */
final class FlashSaleArt {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 320;
  private static final double X = 492;
  private static final double Y = 152;
  private static final int RAYS = 22;

  private final Easel easel = new Easel(WIDTH, HEIGHT, 2);

  /** The whole banner. */
  static BufferedImage stage() {
    FlashSaleArt art = new FlashSaleArt();
    art.rays();
    art.disc();
    art.headphones();
    art.sparks();
    return art.easel.image();
  }

  private void rays() {
    easel.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), Ink.hex("#24124d"));
    Area rays = new Area();
    for (int ray = 0; ray < RAYS; ray++) {
      double from = 2 * Math.PI * ray / RAYS;
      double to = from + Math.PI / RAYS;
      Path2D beam = new Path2D.Double();
      beam.moveTo(X, Y);
      beam.lineTo(X + 800 * Math.cos(from), Y + 800 * Math.sin(from));
      beam.lineTo(X + 800 * Math.cos(to), Y + 800 * Math.sin(to));
      beam.closePath();
      rays.add(new Area(beam));
    }
    Area panel = new Area(Forms.turned(new Rectangle2D.Double(380, -80, 400, 520), 9, 380, 160));
    easel.fill(panel, Ink.hex("#ff5964"));
    rays.intersect(panel);
    easel.fill(rays, Ink.hex("#ff7171"));
  }

  private void disc() {
    easel.fill(Forms.disc(X, Y, 98), Ink.hex("#ffd166"));
    easel.line(Forms.disc(X, Y, 109), Ink.hex("#ffd166"), 3);
  }

  private void headphones() {
    easel.line(
        new Arc2D.Double(X - 66, Y - 78, 132, 150, 2, 176, Arc2D.OPEN),
        Ink.hex("#24124d"),
        new BasicStroke(15, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    easel.line(
        new Arc2D.Double(X - 66, Y - 78, 132, 150, 52, 76, Arc2D.OPEN),
        Ink.hex("#4b2e8f"),
        new BasicStroke(15, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    cup(-1);
    cup(1);
  }

  private void cup(int side) {
    Shape cushion = Forms.card(X + side * 50 - 17, Y - 14, 34, 84, 17);
    Shape shell = Forms.card(X + side * 70 - 19, Y - 8, 38, 72, 17);
    easel.fill(cushion, Ink.hex("#ffffff"));
    easel.fill(shell, Ink.hex("#24124d"));
    easel.line(Forms.card(X + side * 74 - 9, Y + 6, 18, 44, 9), Ink.hex("#4b2e8f"), 3);
  }

  private void sparks() {
    spark(404, 44, 12, "#ffd166");
    spark(574, 268, 15, "#ffffff");
    spark(560, 40, 9, "#ffffff");
    spark(398, 264, 8, "#ffd166");
  }

  /** A star of four points. */
  private void spark(double x, double y, double size, String color) {
    Path2D star = new Path2D.Double();
    star.moveTo(0, -1);
    for (int point = 1; point <= 4; point++) {
      double angle = Math.PI / 2 * point - Math.PI / 2;
      star.quadTo(0, 0, Math.cos(angle), Math.sin(angle));
    }
    star.closePath();
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size, size);
    easel.fill(place.createTransformedShape(star), Ink.hex(color));
  }
}
