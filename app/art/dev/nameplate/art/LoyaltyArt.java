package dev.nameplate.art;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** The two faces of a coffee house's card. */
final class LoyaltyArt {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 376;
  private static final Shape CARD = Forms.card(16, 8, 568, 344, 24);

  private LoyaltyArt() {}

  static BufferedImage standard() {
    return card(
        new Look(
            Ink.hex("#06403f"), Ink.hex("#0b615c"), Ink.hex("#138277"), Ink.hex("#b9f2dc"), 0.20));
  }

  static BufferedImage vip() {
    return card(
        new Look(
            Ink.hex("#120d0b"), Ink.hex("#241813"), Ink.hex("#4a3022"), Ink.hex("#e9b07c"), 0.34));
  }

  private record Look(Color dark, Color middle, Color light, Color thread, double strength) {}

  private static BufferedImage card(Look look) {
    Easel face = new Easel(WIDTH, HEIGHT, 2);
    face.fill(CARD, Ink.linear(16, 0, 584, 0, look.dark(), look.middle(), look.light()));
    threads(face, look);
    bean(face, 52, 48, look.thread());
    face.keep(CARD);
    face.line(
        Forms.card(16.5, 8.5, 567, 343, 23.5),
        Ink.down(8, 352, Ink.alpha("#ffffff", 0.34), Ink.alpha("#ffffff", 0.05)),
        1);
    Easel whole = new Easel(WIDTH, HEIGHT, 2);
    whole.shadow(CARD, 6, 12, Ink.alpha(look.dark(), 0.40));
    whole.punch(CARD);
    whole.lay(face);
    return whole.image();
  }

  /** Steam: threads that part and meet. */
  private static void threads(Easel easel, Look look) {
    int count = 34;
    for (int thread = 0; thread < count; thread++) {
      double at = (double) thread / (count - 1);
      Path2D path =
          Forms.graph(
              230,
              600,
              x -> {
                double along = (x - 230) / 370;
                double spread = 0.10 + 0.90 * Math.pow(Math.sin(along * 2.2 + 0.55), 2);
                return 300
                    - 250 * along
                    + 46 * Math.sin(along * 5.4 + 0.8)
                    + (at - 0.5) * 200 * spread
                    + 14 * Math.sin(along * 8 + at * 5);
              });
      double strength = look.strength() * (0.45 + 0.9 * Math.sin(at * Math.PI));
      easel.line(
          path,
          Ink.linear(
              230,
              0,
              600,
              0,
              Ink.alpha(look.thread(), 0),
              Ink.alpha(look.thread(), strength),
              Ink.alpha(look.thread(), strength)),
          0.9);
    }
  }

  private static void bean(Easel easel, double x, double y, Color color) {
    Shape bean = Forms.turned(Forms.oval(x, y, 8.5, 12), 32, x, y);
    easel.fill(bean, color);
    Shape fold =
        Forms.turned(Forms.through(x, y - 12, x - 2.6, y - 5, x + 2.2, y + 4, x, y + 12), 32, x, y);
    easel.line(fold, Ink.alpha("#0b1f1c", 0.85), 1.7);
  }
}
