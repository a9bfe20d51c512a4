package dev.nameplate.art;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A certificate's paper, with a border of woven lines, a seal and a signature. */
final class CertificateArt {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 432;
  private static final double BAND_MIDDLE = 24;
  private static final double BAND_HALF = 6;
  private static final Color GOLD = Ink.hex("#a8833a");
  private static final Color NAVY = Ink.hex("#1d2b4a");

  private final Easel easel = new Easel(WIDTH, HEIGHT, 2);

  static BufferedImage paper() {
    CertificateArt art = new CertificateArt();
    art.sheet();
    art.border();
    art.corners();
    art.seal(300, 352);
    art.signature(410, 346);
    return art.easel.image();
  }

  private void sheet() {
    easel.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), Ink.hex("#fbf8f0"));
    for (int turn = 0; turn < 24; turn++) {
      double phase = turn * Math.PI / 12;
      easel.line(
          Forms.ring(300, 196, angle -> 124 + 34 * Math.sin(6 * angle + phase)),
          Ink.alpha(GOLD, 0.09),
          0.7);
    }
  }

  private void border() {
    double inner = BAND_MIDDLE + BAND_HALF + 3;
    double outer = BAND_MIDDLE - BAND_HALF - 3;
    frame(outer, 1.4);
    frame(outer - 4, 0.6);
    frame(inner, 0.8);
    for (int strand = 0; strand < 6; strand++) {
      double phase = strand * Math.PI / 3;
      weave(phase, 1);
      weave(phase, 2);
    }
  }

  private void frame(double inset, double width) {
    easel.line(
        new Rectangle2D.Double(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset), GOLD, width);
  }

  /** One strand along all four sides; whole waves between the corners. */
  private void weave(double phase, int pace) {
    double from = BAND_MIDDLE + 14;
    double across = 2 * Math.PI * 16 * pace / (WIDTH - 2 * from);
    double along = 2 * Math.PI * 11 * pace / (HEIGHT - 2 * from);
    Color ink = Ink.alpha(GOLD, pace == 1 ? 0.75 : 0.45);
    for (double middle : new double[] {BAND_MIDDLE, HEIGHT - BAND_MIDDLE}) {
      easel.line(
          Forms.graph(
              from, WIDTH - from, x -> middle + BAND_HALF * Math.sin((x - from) * across + phase)),
          ink,
          0.55);
    }
    for (double middle : new double[] {BAND_MIDDLE, WIDTH - BAND_MIDDLE}) {
      Path2D side = new Path2D.Double();
      side.moveTo(middle + BAND_HALF * Math.sin(phase), from);
      for (double y = from + 0.5; y <= HEIGHT - from; y += 0.5) {
        side.lineTo(middle + BAND_HALF * Math.sin((y - from) * along + phase), y);
      }
      easel.line(side, ink, 0.55);
    }
  }

  private void corners() {
    for (double x : new double[] {BAND_MIDDLE, WIDTH - BAND_MIDDLE}) {
      for (double y : new double[] {BAND_MIDDLE, HEIGHT - BAND_MIDDLE}) {
        easel.fill(Forms.disc(x, y, 15.5), Ink.hex("#fbf8f0"));
        easel.line(Forms.disc(x, y, 15.5), GOLD, 1.1);
        for (int turn = 0; turn < 8; turn++) {
          double phase = turn * Math.PI / 4;
          easel.line(
              Forms.ring(x, y, angle -> 8.6 + 4.6 * Math.sin(8 * angle + phase)),
              Ink.alpha(GOLD, 0.8),
              0.5);
        }
        easel.fill(Forms.disc(x, y, 2.4), GOLD);
      }
    }
  }

  private void seal(double x, double y) {
    ribbon(x, y);
    Shape edge = Forms.ring(x, y, angle -> 37 + 1.5 * Math.cos(32 * angle));
    easel.shadow(edge, 2, 5, Ink.alpha("#3a2a08", 0.35));
    easel.fill(
        edge,
        Ink.linear(
            x - 36,
            y - 36,
            x + 36,
            y + 36,
            Ink.hex("#e8cf8e"),
            Ink.hex("#c09a4a"),
            Ink.hex("#f0dca4"),
            Ink.hex("#a37c30")));
    easel.line(Forms.disc(x, y, 33), Ink.alpha("#6f5216", 0.7), 0.8);
    for (int turn = 0; turn < 16; turn++) {
      double phase = turn * Math.PI / 8;
      easel.line(
          Forms.ring(x, y, angle -> 26.5 + 4.8 * Math.sin(14 * angle + phase)),
          Ink.alpha("#6f5216", 0.26),
          0.45);
    }
    easel.fill(Forms.disc(x, y, 20.5), Ink.down(y - 20, y + 20, Ink.hex("#2b3d66"), NAVY));
    easel.line(Forms.disc(x, y, 20.5), Ink.hex("#f0dca4"), 1);
    easel.line(Forms.disc(x, y, 17.5), Ink.alpha("#f0dca4", 0.6), 0.6);
    nib(x, y);
  }

  private void ribbon(double x, double y) {
    for (int side = -1; side <= 1; side += 2) {
      Path2D tail = new Path2D.Double();
      tail.moveTo(x + side * 2, y + 20);
      tail.lineTo(x + side * 22, y + 20);
      tail.lineTo(x + side * 26, y + 46);
      tail.lineTo(x + side * 16, y + 41.5);
      tail.lineTo(x + side * 7, y + 47);
      tail.closePath();
      easel.fill(tail, Ink.down(y + 28, y + 50, Ink.hex("#16213a"), Ink.hex("#2f4370")));
    }
  }

  /** The nib of a pen, pointing down. */
  private void nib(double x, double y) {
    Color light = Ink.hex("#f5e6bb");
    Path2D nib = new Path2D.Double();
    nib.moveTo(x, y + 12);
    nib.curveTo(x + 3, y + 6, x + 7.5, y + 2, x + 6.6, y - 4);
    nib.lineTo(x + 4.2, y - 10.5);
    nib.lineTo(x - 4.2, y - 10.5);
    nib.lineTo(x - 6.6, y - 4);
    nib.curveTo(x - 7.5, y + 2, x - 3, y + 6, x, y + 12);
    easel.fill(nib, light);
    easel.line(Forms.through(x, y + 11, x, y - 1), NAVY, 1);
    easel.fill(Forms.disc(x, y - 2, 1.8), NAVY);
  }

  private void signature(double x, double y) {
    easel.line(
        Forms.through(
            x, y + 6, x + 8, y - 14, x + 15, y - 24, x + 17, y - 14, x + 11, y + 6, x + 20, y - 6,
            x + 26, y - 8, x + 26, y + 1, x + 34, y - 7, x + 38, y - 1, x + 45, y - 8, x + 47, y,
            x + 56, y - 16, x + 61, y - 25, x + 58, y - 8, x + 60, y + 1, x + 70, y - 7, x + 76,
            y - 2, x + 88, y - 6, x + 104, y - 9),
        NAVY,
        1.35);
  }
}
