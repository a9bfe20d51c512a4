package dev.nameplate.art;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Portraits without faces. */
final class GuestArt {
  private static final int SIDE = 96;

  /**
   * What a portrait is made of.
   *
   * @param hair a value of {@link Hair}
   */
  record Look(String back, String backEdge, String skin, String hairColor, String coat, Hair hair) {
    /** How the hair is worn. */
    enum Hair {
      NONE,
      LONG,
      SHORT,
      BUN
    }
  }

  private GuestArt() {}

  static BufferedImage guest() {
    return portrait(
        new Look("#6a5be0", "#3f2cb0", "#d9d4ff", "#d9d4ff", "#b9b0f5", Look.Hair.NONE));
  }

  static BufferedImage maria() {
    return portrait(
        new Look("#ffb199", "#ff6f7d", "#f6d0b8", "#3b1730", "#5a1f52", Look.Hair.LONG));
  }

  static BufferedImage dmitri() {
    return portrait(
        new Look("#9fd8ff", "#4a8fe8", "#eec4a2", "#4a3426", "#173a66", Look.Hair.SHORT));
  }

  static BufferedImage amara() {
    return portrait(new Look("#ffe08f", "#f7a64a", "#7b4a34", "#1f1210", "#0f5b52", Look.Hair.BUN));
  }

  static BufferedImage noor() {
    return portrait(
        new Look("#cfe5d6", "#7fb597", "#d9a37c", "#2a1a16", "#1f5b45", Look.Hair.LONG));
  }

  static BufferedImage tomas() {
    return portrait(
        new Look("#f3dfc1", "#d9a86c", "#f2cdb0", "#7a4a2b", "#5b3a22", Look.Hair.SHORT));
  }

  private static BufferedImage portrait(Look look) {
    Easel easel = new Easel(SIDE, SIDE, 3);
    easel.fill(
        new Rectangle2D.Double(0, 0, SIDE, SIDE),
        Ink.linear(0, 0, SIDE, SIDE, Ink.hex(look.back()), Ink.hex(look.backEdge())));
    Color hair = Ink.hex(look.hairColor());
    behind(easel, look.hair(), hair);
    Color skin = Ink.hex(look.skin());
    Color shade = shaded(skin);
    easel.fill(Forms.card(41, 52, 14, 24, 7), shade);
    easel.fill(
        Forms.turnedBody(48, 0, 70, 16, 71, 31, 80, 37, 100),
        Ink.down(68, 96, Ink.hex(look.coat()).brighter(), Ink.hex(look.coat())));
    easel.fill(Forms.oval(48, 69, 8, 5), shade);
    Shape head = Forms.oval(48, 42, 15.5, 18.5);
    easel.fill(head, Ink.linear(34, 28, 64, 62, skin, skin, shade));
    fringe(easel, look.hair(), head, hair);
    return easel.image();
  }

  private static void behind(Easel easel, Look.Hair style, Color hair) {
    if (style == Look.Hair.LONG) {
      easel.fill(Forms.oval(48, 37, 19, 18), hair);
      easel.fill(Forms.turnedBody(48, 0, 30, 18, 32, 20.5, 46, 22.5, 66, 17, 79, 0, 80), hair);
    } else if (style == Look.Hair.BUN) {
      easel.fill(Forms.disc(48, 17, 9.5), hair);
      easel.fill(Forms.oval(48, 37, 18, 17), hair);
    } else if (style == Look.Hair.SHORT) {
      easel.fill(Forms.oval(48, 37, 18, 17.5), hair);
    }
  }

  private static void fringe(Easel easel, Look.Hair style, Shape head, Color hair) {
    if (style == Look.Hair.NONE) {
      return;
    }
    Path2D sweep = new Path2D.Double();
    sweep.moveTo(20, 10);
    sweep.lineTo(76, 10);
    sweep.lineTo(72, 42);
    if (style == Look.Hair.LONG) {
      sweep.curveTo(62, 42, 56, 36, 53, 28);
      sweep.curveTo(48, 37, 40, 42, 24, 44);
    } else if (style == Look.Hair.SHORT) {
      sweep.curveTo(60, 39, 60, 34, 57, 31);
      sweep.curveTo(50, 35, 42, 33, 38, 31);
      sweep.curveTo(36, 34, 34, 38, 24, 42);
    } else {
      sweep.curveTo(62, 40, 58, 29, 48, 28.5);
      sweep.curveTo(38, 29, 34, 40, 24, 42);
    }
    sweep.closePath();
    Area area = new Area(sweep);
    Area crown = new Area(head);
    crown.add(new Area(Forms.oval(48, 37, 18, 17.5)));
    area.intersect(crown);
    easel.fill(area, hair);
  }

  /** Skin in shadow keeps its warmth. */
  private static Color shaded(Color skin) {
    return new Color(
        (int) (skin.getRed() * 0.88),
        (int) (skin.getGreen() * 0.80),
        (int) (skin.getBlue() * 0.78));
  }
}
