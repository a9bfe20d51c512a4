package dev.nameplate.layout;

import dev.nameplate.geometry.Box;
import dev.nameplate.scene.Node;
import dev.nameplate.scene.Placement;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.text.TextBlock;

/** Computes the areas that layers may paint on. */
final class Bounds {
  private Bounds() {}

  /** The bounds of a part of a layer, rotated with the layer. */
  static Box turned(Placement placement, Box box) {
    return box.turned(placement.rotate(), placement.box().centerX(), placement.box().centerY());
  }

  /** Text as a placed layer: it paints on its ink and its shadow, inside its box. */
  static PlacedLayer.Text text(Node.Text node, TextBlock block) {
    Box ink = block.ink();
    Box shadowed =
        node.style().shadow().filter(shadow -> !ink.isEmpty()).map(s -> behind(ink, s)).orElse(ink);
    Box touched = shadowed.intersect(node.placement().box());
    return new PlacedLayer.Text(node, block, turned(node.placement(), touched));
  }

  private static Box behind(Box ink, TextStyle.Shadow shadow) {
    return ink.union(ink.moved(shadow.dx(), shadow.dy()).grown(shadow.blur()));
  }

  /** A layer that fills its box. */
  static PlacedLayer.Filled filled(Node.Present node) {
    return new PlacedLayer.Filled(node, turned(node.placement(), node.placement().box()));
  }
}
