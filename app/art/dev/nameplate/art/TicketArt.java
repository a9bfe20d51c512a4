package dev.nameplate.art;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A conference ticket with a stub that tears off. */
final class TicketArt {
  private static final double LEFT = 12;
  private static final double TOP = 8;
  private static final double WIDE = 576;
  private static final double TALL = 256;
  private static final double TEAR = 416;
  private static final Color PAPER = Ink.hex("#fbfaff");

  private TicketArt() {}

  /** The whole ticket on nothing. */
  static BufferedImage ticket() {
    Area body = new Area(Forms.card(LEFT, TOP, WIDE, TALL, 20));
    body.subtract(new Area(Forms.disc(TEAR, TOP, 12)));
    body.subtract(new Area(Forms.disc(TEAR, TOP + TALL, 12)));
    Easel paper = new Easel(600, 280, 2);
    main(paper);
    stub(paper);
    paper.keep(body);
    for (double y = TOP + 22; y < TOP + TALL - 16; y += 10) {
      paper.punch(Forms.disc(TEAR, y, 2));
    }
    Easel ticket = new Easel(600, 280, 2);
    ticket.shadow(body, 4, 8, Ink.alpha("#150b45", 0.28));
    ticket.punch(body);
    ticket.lay(paper);
    ticket.line(body, Ink.alpha("#150b45", 0.12), 0.8);
    return ticket.image();
  }

  private static void main(Easel easel) {
    Shape area = new Rectangle2D.Double(0, 0, TEAR, 280);
    Easel side = new Easel(600, 280, 2);
    side.fill(
        area,
        Ink.linear(0, 0, TEAR, 0, Ink.hex("#150d4a"), Ink.hex("#26178f"), Ink.hex("#4321b8")));
    side.glow(440, 304, 230, Ink.alpha("#f0457a", 0.75));
    for (int ring = 0; ring < 26; ring++) {
      double reach = 16 + ring * 10.5;
      double phase = ring * 0.06;
      side.line(
          Forms.ring(
              372,
              208,
              angle ->
                  reach
                      * (1
                          + 0.09 * Math.sin(3 * angle + phase)
                          + 0.05 * Math.sin(5 * angle - 2 * phase)
                          + 0.03 * Math.cos(2 * angle + 3 * phase))),
          Ink.alpha("#ffffff", 0.22 * Math.pow(0.92, ring)),
          0.9);
    }
    side.keep(area);
    easel.lay(side);
  }

  /** The stub, with the event's mark where a code may come to stand. */
  private static void stub(Easel easel) {
    easel.fill(new Rectangle2D.Double(TEAR, 0, 600 - TEAR, 280), PAPER);
    double x = 502;
    double y = 102;
    for (int ring = 0; ring < 7; ring++) {
      double reach = 6 + ring * 6.6;
      double phase = ring * 0.22;
      easel.line(
          Forms.ring(
              x,
              y,
              angle ->
                  reach
                      * (1
                          + 0.09 * Math.sin(3 * angle + phase)
                          + 0.05 * Math.sin(5 * angle - 2 * phase))),
          Ink.linear(x - 46, y - 46, x + 46, y + 46, Ink.hex("#4a24c4"), Ink.hex("#ff5f7e")),
          1.6);
    }
  }
}
