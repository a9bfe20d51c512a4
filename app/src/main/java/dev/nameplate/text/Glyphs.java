package dev.nameplate.text;

import dev.nameplate.geometry.Rgba;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Shaped text with its baseline's start at the origin, in ems.
 *
 * @param inlays the glyphs that are pictures
 */
record Glyphs(Letters letters, List<Inlay> inlays, double advance) {
  Glyphs {
    inlays = List.copyOf(inlays);
  }

  static Glyphs ofOutline(Path2D outline, double advance) {
    return new Glyphs(new Letters(outline, false, List.of()), List.of(), advance);
  }

  Shape outline() {
    return letters.glyphs();
  }

  /** These with another advance. */
  Glyphs advancing(double other) {
    return new Glyphs(letters, inlays, other);
  }

  /** Glyphs being set one after the other, from left to right. */
  static final class Row {
    private final Path2D outline = new Path2D.Float(Path2D.WIND_NON_ZERO);
    private final List<Letters.Tint> tints = new ArrayList<>();
    private final List<Inlay> inlays = new ArrayList<>();
    private boolean touching;
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
      touching |= glyphs.letters().touching();
      for (Inlay inlay : glyphs.inlays()) {
        inlays.add(inlay.placed(scale, pen, -rise));
      }
      pen += glyphs.advance() * scale;
    }

    /** Adds glyphs on the baseline in a colour of their own. */
    void add(Glyphs glyphs, double scale, Rgba color) {
      AffineTransform place = new AffineTransform(scale, 0, 0, scale, pen, 0);
      tints.add(new Letters.Tint(place.createTransformedShape(glyphs.outline()), color));
      add(glyphs, scale, 0);
    }

    /** Notes that letters may lie over each other. */
    void touch() {
      touching = true;
    }

    /** Moves the pen, in ems. */
    void skip(double width) {
      pen += width;
    }

    Glyphs glyphs() {
      return new Glyphs(new Letters(outline, touching, tints), inlays, pen);
    }
  }
}
