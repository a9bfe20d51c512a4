package dev.nameplate.art;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** What the examples of layers need: a seal to cut pictures by, and a leaf for codes. */
final class LayerArt {
  private LayerArt() {}

  /** A disc with a wavy edge; only its alpha counts. */
  static BufferedImage seal() {
    Easel easel = new Easel(128, 128, 2);
    easel.fill(Forms.ring(64, 64, angle -> 61 + 2.6 * Math.cos(16 * angle)), Color.BLACK);
    return easel.image();
  }

  /** A leaf in a round field. */
  static BufferedImage leaf() {
    Easel easel = new Easel(96, 96, 2);
    easel.fill(
        Forms.disc(48, 48, 48), Ink.linear(16, 8, 80, 88, Ink.hex("#4ade80"), Ink.hex("#15803d")));
    Path2D blade = new Path2D.Double();
    blade.moveTo(26, 70);
    blade.curveTo(18, 36, 40, 20, 74, 22);
    blade.curveTo(76, 56, 60, 78, 26, 70);
    blade.closePath();
    easel.fill(blade, Color.WHITE);
    Shape vein = Forms.through(22, 76, 36, 60, 52, 44, 62, 35);
    easel.line(vein, Ink.hex("#15803d"), 4);
    return easel.image();
  }
}
