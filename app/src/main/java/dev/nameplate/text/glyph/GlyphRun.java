package dev.nameplate.text.glyph;

import dev.nameplate.geometry.Rgba;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The outlines of letters, as they were shaped, and the place that they were given since: points
 * are moved once, when they are painted.
 *
 * @param glyphs the outlines of all of them; shared, never changed
 * @param place where they stand and how large; never changed
 * @param touching whether letters may lie over each other, so that their outlines must be united
 *     rather than their covered areas added up
 * @param tints the same outlines by colour; none where all have the layer's
 */
public record GlyphRun(Shape glyphs, AffineTransform place, boolean touching, List<Tint> tints) {
  public GlyphRun {
    tints = List.copyOf(tints);
  }

  /** Letters where they were shaped. */
  public GlyphRun(Shape glyphs, boolean touching, List<Tint> tints) {
    this(glyphs, new AffineTransform(), touching, tints);
  }

  /** Letters of one colour. */
  public record Tint(Shape glyphs, Rgba color) {}

  /** These at another place and size. */
  public GlyphRun placed(AffineTransform more) {
    AffineTransform both = new AffineTransform(more);
    both.concatenate(place);
    return new GlyphRun(glyphs, both, touching, tints);
  }

  /** These in the layer's colour. */
  public GlyphRun untinted() {
    return new GlyphRun(glyphs, place, touching, List.of());
  }

  /** By colour; all in one where none has its own. */
  public List<Tint> inks(Rgba color) {
    return tints.isEmpty() ? List.of(new Tint(glyphs, color)) : tints;
  }

  /** The outlines where they stand. */
  public Shape outline() {
    return place.createTransformedShape(glyphs);
  }

  /** What the outlines cover where they stand, the points that bend their curves included. */
  public Rectangle2D bounds() {
    return place.createTransformedShape(glyphs.getBounds2D()).getBounds2D();
  }
}
