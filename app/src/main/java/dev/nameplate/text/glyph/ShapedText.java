package dev.nameplate.text.glyph;

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
public record ShapedText(GlyphRun letters, List<InlineImage> inlays, double advance) {
  public ShapedText {
    inlays = List.copyOf(inlays);
  }

  public static ShapedText ofOutline(Path2D outline, double advance) {
    return new ShapedText(new GlyphRun(outline, false, List.of()), List.of(), advance);
  }

  public Shape outline() {
    return letters.glyphs();
  }

  /** These with another advance. */
  public ShapedText advancing(double other) {
    return new ShapedText(letters, inlays, other);
  }

  /** Glyphs being set one after the other, from left to right. */
  public static final class Row {
    private final Path2D outline = new Path2D.Float(Path2D.WIND_NON_ZERO);
    private final List<GlyphRun.Tint> tints = new ArrayList<>();
    private final List<InlineImage> inlays = new ArrayList<>();
    private boolean touching;
    private double pen;

    /**
     * Adds glyphs at the pen.
     *
     * @param scale of the glyphs' em to this row's
     * @param rise how far above the baseline they stand, in this row's ems
     */
    public void add(ShapedText shapedText, double scale, double rise) {
      AffineTransform place = new AffineTransform(scale, 0, 0, scale, pen, -rise);
      outline.append(shapedText.outline().getPathIterator(place), false);
      touching |= shapedText.letters().touching();
      for (InlineImage inlineImage : shapedText.inlays()) {
        inlays.add(inlineImage.placed(scale, pen, -rise));
      }
      pen += shapedText.advance() * scale;
    }

    /** Adds glyphs on the baseline in a colour of their own. */
    public void add(ShapedText shapedText, double scale, Rgba color) {
      AffineTransform place = new AffineTransform(scale, 0, 0, scale, pen, 0);
      tints.add(new GlyphRun.Tint(place.createTransformedShape(shapedText.outline()), color));
      add(shapedText, scale, 0);
    }

    /** Notes that letters may lie over each other. */
    public void touch() {
      touching = true;
    }

    /** Moves the pen, in ems. */
    public void skip(double width) {
      pen += width;
    }

    public ShapedText glyphs() {
      return new ShapedText(new GlyphRun(outline, touching, tints), inlays, pen);
    }
  }
}
