package dev.nameplate.layout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.geometry.Box;
import dev.nameplate.scene.LayerFields;
import dev.nameplate.scene.Node;
import dev.nameplate.scene.Placement;
import dev.nameplate.scene.Scene;
import dev.nameplate.template.Layer;
import dev.nameplate.template.TextStyle;
import dev.nameplate.text.TextBlock;
import dev.nameplate.text.Typesetter;
import java.util.List;
import java.util.Locale;

/** Chooses each text's wording and size and tells what every layer will touch. */
public final class Layout {
  /** More static layers than the templates of most houses have together. */
  private static final int KEPT = 1024;

  private final Typesetter typesetter;
  private final Cache<Fixed, PlacedLayer> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

  public Layout(Typesetter typesetter) {
    this.typesetter = typesetter;
  }

  /** One placed layer for each node, in order. */
  public List<PlacedLayer> place(Scene scene) {
    Locale locale = scene.template().locale();
    return scene.nodes().stream()
        .map(node -> isStatic(scene, node) ? fixed(node, locale) : place(node, locale))
        .toList();
  }

  /** A layer that is the same in every picture is placed once. */
  private PlacedLayer fixed(Node node, Locale locale) {
    return kept.get(new Fixed(node, locale), absent -> place(node, locale));
  }

  /** Nodes of a scene that no template describes, such as a fault's sheet, are not. */
  private static boolean isStatic(Scene scene, Node node) {
    List<Layer> layers = scene.template().layers();
    return node.index() < layers.size() && LayerFields.isStatic(layers.get(node.index()));
  }

  /** One node, placed. */
  public PlacedLayer place(Node node, Locale locale) {
    if (node instanceof Node.Absent absent) {
      return new PlacedLayer.Skipped(absent);
    }
    if (node instanceof Node.Text text) {
      TextBlock block = typesetter.set(text.rungs(), text.style(), text.placement().box(), locale);
      return new PlacedLayer.Text(text, block, turned(text.placement(), touched(text, block)));
    }
    if (node instanceof Node.Group group) {
      return group(group, locale);
    }
    Node.Present present = (Node.Present) node;
    return new PlacedLayer.Filled(present, turned(present.placement(), present.placement().box()));
  }

  private PlacedLayer.Group group(Node.Group group, Locale locale) {
    List<PlacedLayer.Visible> parts =
        group.parts().stream().map(part -> (PlacedLayer.Visible) place(part, locale)).toList();
    Box touched = parts.stream().map(PlacedLayer.Visible::bounds).reduce(Box::union).orElseThrow();
    return new PlacedLayer.Group(
        group, parts, turned(group.placement(), touched.intersect(group.placement().box())));
  }

  /** The ink with its shadow, inside the layer's box. */
  private static Box touched(Node.Text text, TextBlock block) {
    Box ink = block.ink();
    Box shadowed =
        text.style().shadow().filter(shadow -> !ink.isEmpty()).map(s -> behind(ink, s)).orElse(ink);
    return shadowed.intersect(text.placement().box());
  }

  private static Box behind(Box ink, TextStyle.Shadow shadow) {
    return ink.union(ink.moved(shadow.dx(), shadow.dy()).grown(shadow.blur()));
  }

  private record Fixed(Node node, Locale locale) {}

  private static Box turned(Placement placement, Box box) {
    return box.turned(placement.rotate(), placement.box().centreX(), placement.box().centreY());
  }
}
