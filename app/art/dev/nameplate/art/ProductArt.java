package dev.nameplate.art;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Things for the home, cut out, each with the shadow it stands on. */
final class ProductArt {
  private static final int SIDE = 240;
  private static final double FLOOR = 214;

  private final Easel easel = new Easel(SIDE, SIDE, 2);

  static BufferedImage lamp() {
    ProductArt art = new ProductArt();
    art.ground(120, 62);
    art.easel.glow(120, 118, 96, Ink.alpha("#fff1c4", 0.9));
    art.stand();
    art.shade();
    return art.easel.image();
  }

  static BufferedImage vase() {
    ProductArt art = new ProductArt();
    art.ground(120, 56);
    art.stems();
    art.pot();
    return art.easel.image();
  }

  static BufferedImage chair() {
    ProductArt art = new ProductArt();
    art.ground(120, 84);
    art.legs();
    art.seat();
    return art.easel.image();
  }

  static BufferedImage tote() {
    ProductArt art = new ProductArt();
    art.ground(120, 72);
    art.bag();
    return art.easel.image();
  }

  private void ground(double x, double half) {
    easel.shadow(Forms.oval(x, FLOOR, half, 7), 0, 12, Ink.alpha("#43231a", 0.55));
  }

  private void stand() {
    Shape base = Forms.turnedBody(120, 5, 120, 5, 150, 7, 180, 22, 200, 34, 210, 34, 214, 0, 216);
    easel.fill(
        base,
        Ink.linear(
            88,
            0,
            154,
            0,
            Ink.hex("#8f3b24"),
            Ink.hex("#d8775a"),
            Ink.hex("#b9553a"),
            Ink.hex("#7d301c")));
  }

  private void shade() {
    Path2D dome = new Path2D.Double();
    dome.moveTo(48, 124);
    dome.curveTo(50, 74, 82, 44, 120, 44);
    dome.curveTo(158, 44, 190, 74, 192, 124);
    dome.curveTo(192, 128, 188, 130, 184, 130);
    dome.lineTo(56, 130);
    dome.curveTo(52, 130, 48, 128, 48, 124);
    dome.closePath();
    easel.shadow(dome, 3, 6, Ink.alpha("#43231a", 0.25));
    easel.fill(
        dome,
        Ink.linear(48, 60, 192, 110, Ink.hex("#fffdf6"), Ink.hex("#fbeed3"), Ink.hex("#e9cfa6")));
    easel.glow(120, 140, 70, Ink.alpha("#ffdf94", 0.75));
    Easel light = new Easel(SIDE, SIDE, 2);
    light.glow(96, 74, 46, Ink.alpha("#ffffff", 0.8));
    light.keep(dome);
    easel.lay(light);
    easel.fill(Forms.disc(120, 41, 4.5), Ink.hex("#8f3b24"));
  }

  private void pot() {
    Shape pot =
        Forms.turnedBody(
            120, 0, 102, 15, 102, 18, 105, 15, 116, 24, 134, 44, 160, 42, 190, 27, 211, 0, 214);
    easel.fill(
        pot,
        Ink.linear(
            74,
            0,
            168,
            0,
            Ink.hex("#5f7f8d"),
            Ink.hex("#b8d0d6"),
            Ink.hex("#7d9fab"),
            Ink.hex("#40606f")));
    Easel glaze = new Easel(SIDE, SIDE, 2);
    glaze.fill(
        Forms.under(60, 180, 240, x -> 172 + 5 * Math.sin(x * 0.09 + 1)),
        Ink.linear(
            74,
            0,
            168,
            0,
            Ink.hex("#c9a489"),
            Ink.hex("#f1dccb"),
            Ink.hex("#d8b89f"),
            Ink.hex("#a1795f")));
    glaze.keep(pot);
    easel.lay(glaze);
    easel.fill(Forms.oval(120, 103, 15, 3.2), Ink.hex("#2b4350"));
  }

  private void stems() {
    double[][] tips = {{84, 30}, {112, 14}, {148, 26}, {170, 58}, {66, 66}};
    for (double[] tip : tips) {
      double middle = (tip[0] + 120) / 2 + (tip[0] - 120) * 0.06;
      easel.line(
          Forms.through(120, 108, middle, (tip[1] + 108) / 2, tip[0], tip[1]),
          Ink.hex("#6c6a45"),
          1.6);
      for (int leaf = 0; leaf < 9; leaf++) {
        double at = 0.34 + leaf * 0.08;
        double x = 120 + (tip[0] - 120) * at;
        double y = 108 + (tip[1] - 108) * at;
        double lean = Math.toDegrees(Math.atan2(tip[1] - 108, tip[0] - 120));
        double side = leaf % 2 == 0 ? 42 : -42;
        double size = 13 - leaf * 0.7;
        Shape blade = Forms.oval(x + size * 0.8, y, size * 0.85, size * 0.34);
        easel.fill(
            Forms.turned(blade, lean + side, x, y),
            Ink.linear(x, y - 12, x, y + 12, Ink.hex("#b7b07a"), Ink.hex("#7f8253")));
      }
    }
  }

  private void legs() {
    Color wood = Ink.hex("#8a5636");
    double[][] legs = {
      {66, 168, 54, 214}, {174, 168, 186, 214}, {92, 172, 86, 208}, {148, 172, 154, 208}
    };
    for (double[] leg : legs) {
      Path2D path = new Path2D.Double();
      path.moveTo(leg[0] - 4.5, leg[1]);
      path.lineTo(leg[0] + 4.5, leg[1]);
      path.lineTo(leg[2] + 2, leg[3]);
      path.lineTo(leg[2] - 2, leg[3]);
      path.closePath();
      easel.fill(path, leg[3] < 212 ? wood.darker() : wood);
    }
  }

  private void seat() {
    Shape back = Forms.card(58, 52, 124, 112, 46);
    easel.fill(back, Ink.linear(58, 52, 182, 164, Ink.hex("#7d9c8f"), Ink.hex("#4c6f64")));
    Easel folds = new Easel(SIDE, SIDE, 2);
    for (double x = 76; x < 182; x += 18) {
      folds.fill(
          new Rectangle2D.Double(x, 40, 9, 130),
          Ink.linear(x, 0, x + 9, 0, Ink.alpha("#1d3a31", 0.26), Ink.alpha("#1d3a31", 0)));
    }
    folds.keep(back);
    easel.lay(folds);
    Shape cushion = Forms.card(54, 128, 132, 36, 16);
    easel.shadow(cushion, -3, 5, Ink.alpha("#12261f", 0.4));
    easel.fill(cushion, Ink.down(128, 164, Ink.hex("#9dbbac"), Ink.hex("#5d8275")));
    for (double x : new double[] {36, 176}) {
      Shape arm = Forms.card(x, 106, 28, 66, 14);
      easel.shadow(arm, 1, 4, Ink.alpha("#12261f", 0.3));
      easel.fill(arm, Ink.linear(x, 106, x + 28, 172, Ink.hex("#8fafa1"), Ink.hex("#45675c")));
    }
    Shape plinth = Forms.card(46, 156, 148, 18, 9);
    easel.fill(plinth, Ink.down(156, 174, Ink.hex("#5d8275"), Ink.hex("#3f6055")));
  }

  private void bag() {
    Area handle = new Area(Forms.card(84, 34, 72, 110, 36));
    handle.subtract(new Area(Forms.card(92, 42, 56, 110, 28)));
    easel.fill(handle, Ink.down(34, 100, Ink.hex("#b4472b"), Ink.hex("#8f3520")));
    Path2D bag = new Path2D.Double();
    bag.moveTo(58, 90);
    bag.lineTo(182, 90);
    bag.quadTo(186, 90, 186.5, 94);
    bag.lineTo(196, 206);
    bag.quadTo(196, 214, 188, 214);
    bag.lineTo(52, 214);
    bag.quadTo(44, 214, 44, 206);
    bag.lineTo(53.5, 94);
    bag.quadTo(54, 90, 58, 90);
    bag.closePath();
    easel.fill(
        bag,
        Ink.linear(44, 90, 196, 214, Ink.hex("#fffaf2"), Ink.hex("#f7e7d6"), Ink.hex("#e2c6ad")));
    Easel fold = new Easel(SIDE, SIDE, 2);
    fold.fill(
        Forms.through(120, 88, 128, 130, 116, 170, 124, 216, 210, 216, 210, 88),
        Ink.linear(112, 0, 150, 0, Ink.alpha("#9b6b48", 0.20), Ink.alpha("#9b6b48", 0)));
    fold.keep(bag);
    easel.lay(fold);
    easel.fill(Forms.disc(92, 102, 3.4), Ink.hex("#b4472b"));
    easel.fill(Forms.disc(148, 102, 3.4), Ink.hex("#b4472b"));
    for (int arch = 0; arch < 3; arch++) {
      double half = 22 - arch * 7;
      easel.line(
          Forms.under(120 - half, 120 + half, 178, x -> 158 - bow(x - 120, half)),
          Ink.hex("#b4472b"),
          2.2);
    }
  }

  /** The height of a half circle above its middle line. */
  private static double bow(double x, double radius) {
    return Math.sqrt(Math.max(0, radius * radius - x * x));
  }
}
