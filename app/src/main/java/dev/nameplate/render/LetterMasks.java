package dev.nameplate.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/** Fills letters, with masks that are used again and again. */
final class LetterMasks {
  private final Pool<LetterMask> idle = new Pool<>(LetterMask::new);

  /** Fills letters given in the graphics' own units. */
  void fill(Outlines letters, Color color, Brush brush) {
    Graphics2D graphics = brush.graphics();
    AffineTransform transform = graphics.getTransform();
    if (transform.getType() != AffineTransform.TYPE_IDENTITY
        && transform.getType() != AffineTransform.TYPE_TRANSLATION) {
      graphics.setColor(color);
      graphics.fill(letters.joined());
      return;
    }
    LetterMask mask = idle.lend();
    mask.fill(letters, color, brush);
    idle.giveBack(mask);
  }
}
