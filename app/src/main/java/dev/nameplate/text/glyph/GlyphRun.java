package dev.nameplate.text.glyph;

import dev.nameplate.geometry.Rgba;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The outlines of shaped letters and the transform that places them, which is applied only when
 * they are painted.
 *
 * @param glyphs the outlines of all letters, y downwards; shared, must not be changed
 * @param place from the outlines' units to the result's; must not be changed
 * @param touching whether letters may overlap, so that their outlines must be united instead of
 *     adding up their coverage
 * @param tints the same outlines by color; empty if all have the layer's color
 */
public record GlyphRun(Shape glyphs, AffineTransform place, boolean touching, List<Tint> tints) {
  /** Copies the list. */
  public GlyphRun {
    tints = List.copyOf(tints);
  }

  /** Letters where they were shaped, with the identity transform. */
  public GlyphRun(Shape glyphs, boolean touching, List<Tint> tints) {
    this(glyphs, new AffineTransform(), touching, tints);
  }

  /**
   * Letters of one color.
   *
   * @param glyphs their outlines, in the units of the run's {@code glyphs}
   * @param color not the layer's
   */
  public record Tint(Shape glyphs, Rgba color) {}

  /** Returns a copy with a further transform applied after its own. */
  public GlyphRun placed(AffineTransform more) {
    AffineTransform both = new AffineTransform(more);
    both.concatenate(place);
    return new GlyphRun(glyphs, both, touching, tints);
  }

  /** Returns a copy in which all letters have the layer's color. */
  public GlyphRun untinted() {
    return new GlyphRun(glyphs, place, touching, List.of());
  }

  /**
   * Returns the outlines by color, before {@code place} is applied.
   *
   * @param color the layer's, for letters without a tint
   * @return at least one entry
   */
  public List<Tint> inks(Rgba color) {
    return tints.isEmpty() ? List.of(new Tint(glyphs, color)) : tints;
  }

  /**
   * Returns a rectangle around the placed outlines, in the units of the result. It may be larger
   * than their tight bounds: {@code place} is applied to the bounds of the outlines, which may
   * include the control points of curves.
   */
  public Rectangle2D bounds() {
    return place.createTransformedShape(glyphs.getBounds2D()).getBounds2D();
  }
}
