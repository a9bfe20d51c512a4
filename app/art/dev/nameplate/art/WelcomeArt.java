package dev.nameplate.art;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.DoubleUnaryOperator;

/** Hills in the morning, for the welcome banner. */
final class WelcomeArt {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 320;
  private static final Color CREAM = Ink.hex("#fff6ea");

  private final Easel easel = new Easel(WIDTH, HEIGHT, 2);

  /** The whole banner. */
  static BufferedImage hills() {
    WelcomeArt art = new WelcomeArt();
    art.sky();
    art.ridges();
    art.trail();
    return art.easel.image();
  }

  private void sky() {
    easel.fill(
        new Rectangle2D.Double(0, 0, WIDTH, HEIGHT),
        Ink.down(0, HEIGHT, CREAM, Ink.hex("#ffe7d1"), Ink.hex("#ffc9a8")));
    double x = 496;
    double y = 128;
    easel.glow(x, y, 320, Ink.alpha("#ffb584", 0.42));
    for (int ring = 4; ring >= 1; ring--) {
      easel.fill(Forms.disc(x, y, 54 + ring * 20), Ink.alpha("#ffffff", 0.10));
    }
    easel.fill(
        Forms.disc(x, y, 54), Ink.down(y - 54, y + 54, Ink.hex("#ffc57d"), Ink.hex("#f9805a")));
  }

  private void ridges() {
    ridge(x -> 214 - lift(x, 420, 190, 34) - wave(x, 0.019, 0.4, 8), "#f3a98c", "#f9c3a5");
    ridge(x -> 228 - lift(x, 556, 150, 66) - wave(x, 0.023, 2.1, 7), "#d9818a", "#eea999");
    ridge(x -> 238 - lift(x, 330, 120, 30) - wave(x, 0.017, 4.0, 9), "#ad5f80", "#cf8390");
    DoubleUnaryOperator third = x -> 250 - lift(x, 600, 210, 60) - wave(x, 0.021, 1.2, 6);
    firs(third, 420, 600, 13, 17, "#7d4170");
    ridge(third, "#7d4170", "#95557c");
    DoubleUnaryOperator near = x -> 262 - lift(x, 150, 210, 22) - wave(x, 0.013, 5.2, 8);
    firs(near, 468, 592, 19, 30, "#3c1f46");
    ridge(near, "#3c1f46", "#2c1536");
  }

  private void ridge(DoubleUnaryOperator crest, String top, String bottom) {
    easel.fill(
        Forms.under(-2, WIDTH + 2, HEIGHT + 2, crest),
        Ink.down(180, HEIGHT, Ink.hex(top), Ink.hex(bottom)));
  }

  private void firs(
      DoubleUnaryOperator ground, double from, double to, int gap, double tall, String color) {
    int tree = 0;
    for (double x = from; x < to; x += gap * (0.7 + 0.5 * unit(tree)), tree++) {
      double height = tall * (0.65 + 0.6 * unit(tree + 31));
      double foot = ground.applyAsDouble(x) + 4;
      Path2D fir = new Path2D.Double();
      fir.moveTo(x, foot - height);
      fir.quadTo(x + height * 0.07, foot - height * 0.4, x + height * 0.2, foot);
      fir.lineTo(x - height * 0.2, foot);
      fir.quadTo(x - height * 0.07, foot - height * 0.4, x, foot - height);
      easel.fill(fir, Ink.hex(color));
    }
  }

  private void trail() {
    Path2D path =
        Forms.through(330, 326, 372, 302, 350, 286, 388, 272, 428, 262, 420, 250, 452, 238);
    easel.line(
        path, Ink.alpha(CREAM, 0.8), new BasicStroke(1.8f, 1, 1, 1, new float[] {0.1f, 6}, 0));
    easel.fill(Forms.disc(452, 238, 9), Ink.alpha(CREAM, 0.25));
    easel.fill(Forms.disc(452, 238, 4), CREAM);
  }

  /** A hill: its height over a bell of a half width. */
  private static double lift(double x, double middle, double half, double height) {
    double at = (x - middle) / half;
    return height * Math.exp(-at * at);
  }

  private static double wave(double x, double pace, double phase, double height) {
    return height * (Math.sin(x * pace + phase) + 0.4 * Math.sin(x * pace * 2.7 + phase * 1.9));
  }

  /** A fixed number from 0 to 1 for each index. */
  private static double unit(int index) {
    double value = Math.sin(index * 12.9898 + 4.1) * 43758.5453;
    return value - Math.floor(value);
  }
}
