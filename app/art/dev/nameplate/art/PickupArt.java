package dev.nameplate.art;

import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** A counter with a paper bag on it. */
final class PickupArt {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 360;
  private static final double COUNTER = 196;

  private PickupArt() {}

  static BufferedImage counter() {
    Easel easel = new Easel(WIDTH, HEIGHT, 2);
    easel.fill(
        Forms.card(0, 0, WIDTH, HEIGHT, 0),
        Ink.linear(0, 0, 600, 220, Ink.hex("#fff1e3"), Ink.hex("#ffd9b8")));
    easel.glow(480, 96, 210, Ink.alpha("#fff8ef", 0.85));
    easel.fill(Forms.disc(480, 118, 92), Ink.down(26, 210, Ink.hex("#ff9d66"), Ink.hex("#ffbe8f")));
    easel.fill(Forms.card(0, COUNTER, WIDTH, HEIGHT - COUNTER, 0), Ink.hex("#27313f"));
    easel.fill(Forms.card(0, COUNTER, WIDTH, 6, 0), Ink.hex("#3a4658"));
    bag(easel);
    easel.fill(Forms.card(24, 220, 552, 116, 18), Ink.hex("#ffffff"));
    return easel.image();
  }

  private static void bag(Easel easel) {
    easel.fill(Forms.oval(482, COUNTER + 1, 66, 5), Ink.alpha("#10161f", 0.35));
    handle(easel, 0.55, "#a8642e");
    Path2D front = new Path2D.Double();
    front.moveTo(430, 88);
    front.lineTo(516, 88);
    front.lineTo(521, COUNTER);
    front.lineTo(424, COUNTER);
    front.closePath();
    easel.fill(front, Ink.linear(424, 0, 521, 0, Ink.hex("#d99a5f"), Ink.hex("#e9b27a")));
    Path2D side = new Path2D.Double();
    side.moveTo(516, 88);
    side.lineTo(538, 80);
    side.lineTo(543, COUNTER);
    side.lineTo(521, COUNTER);
    side.closePath();
    easel.fill(side, Ink.down(80, COUNTER, Ink.hex("#c08148"), Ink.hex("#a96c38")));
    Path2D back = new Path2D.Double();
    back.moveTo(430, 88);
    back.lineTo(453, 80);
    back.lineTo(538, 80);
    back.lineTo(516, 88);
    back.closePath();
    easel.fill(back, Ink.hex("#8f5a2d"));
    handle(easel, 1, "#c97f45");
  }

  private static void handle(Easel easel, double opacity, String color) {
    double shift = opacity < 1 ? 16 : 0;
    double rise = opacity < 1 ? 8 : 0;
    Path2D handle = new Path2D.Double();
    handle.moveTo(452 + shift, 92 - rise);
    handle.curveTo(452 + shift, 50 - rise, 494 + shift, 50 - rise, 494 + shift, 92 - rise);
    easel.line(handle, Ink.hex(color), 5);
  }

  /** The sticker of a bag that is ready. */
  static BufferedImage tick() {
    Easel easel = sticker();
    Path2D tick = new Path2D.Double();
    tick.moveTo(15, 29);
    tick.lineTo(24, 38);
    tick.lineTo(41, 19);
    easel.line(tick, Ink.hex("#0f766e"), 6);
    return easel.image();
  }

  /** The sticker of one that is not. */
  static BufferedImage clock() {
    Easel easel = sticker();
    easel.line(Forms.disc(28, 28, 14), Ink.hex("#b45309"), 4.5);
    Path2D hands = new Path2D.Double();
    hands.moveTo(28, 20);
    hands.lineTo(28, 28);
    hands.lineTo(33.5, 31.5);
    easel.line(hands, Ink.hex("#b45309"), 4);
    return easel.image();
  }

  private static Easel sticker() {
    Easel easel = new Easel(56, 56, 2);
    easel.fill(Forms.disc(28, 28, 27), Ink.hex("#fff6ec"));
    return easel;
  }
}
