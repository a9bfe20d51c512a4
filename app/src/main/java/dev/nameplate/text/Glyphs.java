package dev.nameplate.text;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Shaped text with its baseline's start at the origin, in ems.
 *
 * @param outline never changed after it was made
 * @param inlays the glyphs that are pictures
 */
record Glyphs(Path2D outline, List<Inlay> inlays, double advance) {
  Glyphs {
    inlays = List.copyOf(inlays);
  }

  static Glyphs ofOutline(Path2D outline, double advance) {
    return new Glyphs(outline, List.of(), advance);
  }

  /** These with another advance. */
  Glyphs advancing(double other) {
    return new Glyphs(outline, inlays, other);
  }

  /** Glyphs being set one after the other, from left to right. */
  static final class Row {
    private final Path2D outline = new Path2D.Float(Path2D.WIND_NON_ZERO);
    private final List<Inlay> inlays = new ArrayList<>();
    private double pen;

    /**
     * Adds glyphs at the pen.
     *
     * @param scale of the glyphs' em to this row's
     * @param rise how far above the baseline they stand, in this row's ems
     */
    void add(Glyphs glyphs, double scale, double rise) {
      AffineTransform place = new AffineTransform(scale, 0, 0, scale, pen, -rise);
      outline.append(glyphs.outline().getPathIterator(place), false);
      for (Inlay inlay : glyphs.inlays()) {
        inlays.add(inlay.placed(scale, pen, -rise));
      }
      pen += glyphs.advance() * scale;
    }

    /** Moves the pen, in ems. */
    void skip(double width) {
      pen += width;
    }

    Glyphs glyphs() {
      return new Glyphs(outline, inlays, pen);
    }
  }
}
