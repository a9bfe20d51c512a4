package dev.nameplate.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.concurrent.ArrayBlockingQueue;

/** Fills letters, with as many idle masks kept as there are processors. */
final class LetterMasks {
  private final ArrayBlockingQueue<LetterMask> idle =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  /** Fills letters given in the graphics' own units. */
  void fill(Shape letters, Color color, Graphics2D graphics) {
    AffineTransform transform = graphics.getTransform();
    if (transform.getType() != AffineTransform.TYPE_IDENTITY
        && transform.getType() != AffineTransform.TYPE_TRANSLATION) {
      graphics.setColor(color);
      graphics.fill(letters);
      return;
    }
    LetterMask kept = idle.poll();
    LetterMask mask = kept == null ? new LetterMask() : kept;
    mask.fill(letters, color, graphics);
    boolean unused = idle.offer(mask);
  }
}
