package dev.nameplate.text;

import dev.nameplate.geometry.Rgba;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * The outlines of letters.
 *
 * @param outline all of them; shared, never changed
 * @param touching whether letters may lie over each other, so that their outlines must be united
 *     rather than their covered areas added up
 * @param tints the same letters by colour; none where all have the layer's
 */
public record Letters(Shape outline, boolean touching, List<Tint> tints) {
  public Letters {
    tints = List.copyOf(tints);
  }

  /** Letters of one colour. */
  public record Tint(Shape outline, Rgba color) {}

  /** These at another place and size. */
  Letters placed(AffineTransform place) {
    return new Letters(
        place.createTransformedShape(outline),
        touching,
        tints.stream()
            .map(tint -> new Tint(place.createTransformedShape(tint.outline()), tint.color()))
            .toList());
  }
}
