package dev.nameplate.render.paint;

import dev.nameplate.util.ObjectPool;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/** Fills letters, with masks that are used again and again. */
final class GlyphRasterizers {
  private final ObjectPool<GlyphRasterizer> idle = new ObjectPool<>(GlyphRasterizer::new);

  /** Fills letters given in the units of the graphics. */
  void fill(Outlines letters, Color color, PaintContext paintContext) {
    Graphics2D graphics = paintContext.graphics();
    AffineTransform transform = graphics.getTransform();
    if (transform.getType() != AffineTransform.TYPE_IDENTITY
        && transform.getType() != AffineTransform.TYPE_TRANSLATION) {
      graphics.setColor(color);
      graphics.fill(letters.joined());
      return;
    }
    GlyphRasterizer rasterizer = idle.acquire();
    rasterizer.fill(letters, color, paintContext);
    idle.release(rasterizer);
  }
}
