package dev.nameplate.art;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** A kitchen's card: paper with sprigs of thyme in its corners. */
final class RewardsArt {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 320;
  private static final Shape CARD = Forms.card(16, 12, 568, 288, 24);

  private RewardsArt() {}

  static BufferedImage paper() {
    Easel face = new Easel(WIDTH, HEIGHT, 2);
    face.fill(CARD, Ink.linear(16, 12, 584, 300, Ink.hex("#fffdf8"), Ink.hex("#f7f1e4")));
    face.glow(150, 156, 190, Ink.alpha("#ffffff", 0.9));
    sprig(face, 602, 96, 0.9, -52, Ink.alpha("#6f8f72", 0.22));
    sprig(face, 560, -30, 0.8, 204, Ink.alpha("#8fa888", 0.26));
    sprig(face, 612, 330, 0.95, -34, Ink.alpha("#8fa888", 0.24));
    sprig(face, 500, 344, 0.7, 62, Ink.alpha("#a9b79a", 0.26));
    face.keep(CARD);
    face.line(Forms.card(16.5, 12.5, 567, 287, 23.5), Ink.alpha("#8b7d63", 0.18), 1);
    Easel whole = new Easel(WIDTH, HEIGHT, 2);
    whole.shadow(CARD, 5, 10, Ink.alpha("#5b4a2c", 0.24));
    whole.punch(CARD);
    whole.lay(face);
    return whole.image();
  }

  /** A stem with pairs of leaves that get smaller, from its foot upwards, then turned. */
  private static void sprig(
      Easel easel, double x, double y, double size, double degrees, Color color) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(Math.toRadians(degrees));
    place.scale(size, size);
    Shape stem = Forms.through(0, 0, 3, -40, -3, -82, 2, -128, 0, -168);
    easel.line(place.createTransformedShape(stem), color, 2 * size);
    int pairs = 9;
    for (int pair = 0; pair < pairs; pair++) {
      double at = -16 - 17.0 * pair;
      double length = 30 - 1.9 * pair;
      for (int side = -1; side <= 1; side += 2) {
        AffineTransform leaf = new AffineTransform(place);
        leaf.translate(3 * Math.sin(at / 22), at);
        leaf.rotate(side * Math.toRadians(52 - 2.4 * pair));
        easel.fill(leaf.createTransformedShape(leaf(length)), color);
      }
    }
  }

  private static Shape leaf(double length) {
    Path2D leaf = new Path2D.Double();
    leaf.moveTo(0, 0);
    leaf.curveTo(length * 0.38, -length * 0.30, length * 0.30, -length * 0.82, 0, -length);
    leaf.curveTo(-length * 0.30, -length * 0.82, -length * 0.38, -length * 0.30, 0, 0);
    leaf.closePath();
    return leaf;
  }
}
