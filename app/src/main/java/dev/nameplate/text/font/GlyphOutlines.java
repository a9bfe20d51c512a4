package dev.nameplate.text.font;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;

/** A font's glyph outlines at one size, with a cache of those used most recently. */
final class GlyphOutlines {
  /** Memory for outlines, in bytes; 1,024 glyphs of Latin letters take about half of it. */
  private static final int MAX_BYTES = 1 << 20;

  /** An entry of the cache with its key. */
  private static final int BYTES_OF_ENTRY = 128;

  /** A segment has a byte for its type and up to six coordinates of four bytes. */
  private static final int BYTES_OF_SEGMENT = 20;

  private final FontRenderContext context;
  private final float thicker;
  private final Cache<Integer, Path2D> cache =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher((Integer code, Path2D outline) -> weight(outline))
          .build();

  /**
   * @param thicker how much thicker strokes are than in the font, in units of its size; 0 for
   *     unchanged
   */
  GlyphOutlines(FontRenderContext context, double thicker) {
    this.context = context;
    this.thicker = (float) thicker;
  }

  /** The outlines of all glyphs at their positions, equal to the vector's own outline. */
  Path2D of(GlyphVector vector) {
    Path2D all = new Path2D.Float(Path2D.WIND_NON_ZERO);
    float[] positions = vector.getGlyphPositions(0, vector.getNumGlyphs(), null);
    AffineTransform place = new AffineTransform();
    for (int glyph = 0; glyph < vector.getNumGlyphs(); glyph++) {
      place.setToTranslation(positions[2 * glyph], positions[2 * glyph + 1]);
      all.append(outline(vector, glyph).getPathIterator(place), false);
    }
    return all;
  }

  /** The outline of one glyph at its position. */
  Shape of(GlyphVector vector, int glyph) {
    Point2D at = vector.getGlyphPosition(glyph);
    return AffineTransform.getTranslateInstance(at.getX(), at.getY())
        .createTransformedShape(outline(vector, glyph));
  }

  private Shape outline(GlyphVector vector, int glyph) {
    int code = vector.getGlyphCode(glyph);
    return cache.get(
        code,
        absent ->
            thickened(vector.getFont().createGlyphVector(context, new int[] {code}).getOutline()));
  }

  private static int weight(Path2D outline) {
    int segments = 0;
    for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
      segments++;
    }
    return BYTES_OF_ENTRY + BYTES_OF_SEGMENT * segments;
  }

  private Path2D thickened(Shape outline) {
    if (thicker == 0) {
      return new Path2D.Float(outline);
    }
    BasicStroke pen = new BasicStroke(thicker, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    Area whole = new Area(outline);
    whole.add(new Area(pen.createStrokedShape(outline)));
    return new Path2D.Float(whole);
  }
}
