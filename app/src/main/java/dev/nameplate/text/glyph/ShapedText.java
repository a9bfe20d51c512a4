package dev.nameplate.text.glyph;

import dev.nameplate.geometry.Rgba;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Shaped text in ems, with the start of its baseline at the origin and y downwards.
 *
 * @param letters the outlines
 * @param images the glyphs that are images, in visual order
 * @param advance the width from pen start to pen end, in ems
 */
public record ShapedText(GlyphRun letters, List<InlineImage> images, double advance) {
  /** Copies the list. */
  public ShapedText {
    images = List.copyOf(images);
  }

  /**
   * Returns text of outlines alone, in the layer's color.
   *
   * @param outline in ems, y downwards; kept, so the caller must not change it afterwards
   * @param advance in ems
   */
  public static ShapedText ofOutline(Path2D outline, double advance) {
    return new ShapedText(new GlyphRun(outline, false, List.of()), List.of(), advance);
  }

  /** Returns the outlines of all letters, in ems; shared, must not be changed. */
  public Shape outline() {
    return letters.glyphs();
  }

  /** Returns a copy with another advance, in ems. */
  public ShapedText advancing(double other) {
    return new ShapedText(letters, images, other);
  }

  /** Builds shaped text from parts, from left to right. Not safe for threads. */
  public static final class Row {
    private final Path2D outline = new Path2D.Float(Path2D.WIND_NON_ZERO);
    private final List<GlyphRun.Tint> tints = new ArrayList<>();
    private final List<InlineImage> images = new ArrayList<>();
    private boolean touching;
    private double pen;

    /**
     * Appends glyphs at the pen and moves the pen by their advance.
     *
     * @param scale the size of the glyphs' em as a share of this row's em
     * @param raise the height above the baseline, in this row's ems
     */
    public void add(ShapedText shapedText, double scale, double raise) {
      AffineTransform place = new AffineTransform(scale, 0, 0, scale, pen, -raise);
      outline.append(shapedText.outline().getPathIterator(place), false);
      touching |= shapedText.letters().touching();
      for (InlineImage inlineImage : shapedText.images()) {
        images.add(inlineImage.placed(scale, pen, -raise));
      }
      pen += shapedText.advance() * scale;
    }

    /**
     * Appends glyphs on the baseline in a color of their own.
     *
     * @param scale the size of the glyphs' em as a share of this row's em
     */
    public void add(ShapedText shapedText, double scale, Rgba color) {
      AffineTransform place = new AffineTransform(scale, 0, 0, scale, pen, 0);
      tints.add(new GlyphRun.Tint(place.createTransformedShape(shapedText.outline()), color));
      add(shapedText, scale, 0);
    }

    /** Marks the row as one whose letters may overlap. */
    public void touch() {
      touching = true;
    }

    /** Moves the pen by a width in ems, which may be negative. */
    public void skip(double width) {
      pen += width;
    }

    /**
     * Returns the text of all parts so far. It shares this row's outlines, so nothing may be added
     * to the row afterwards.
     */
    public ShapedText glyphs() {
      return new ShapedText(new GlyphRun(outline, touching, tints), images, pen);
    }
  }
}
