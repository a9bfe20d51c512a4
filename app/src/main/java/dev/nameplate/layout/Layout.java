package dev.nameplate.layout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.geometry.Box;
import dev.nameplate.scene.LayerFields;
import dev.nameplate.scene.Node;
import dev.nameplate.scene.Scene;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.text.Typesetter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
      Box box = text.placement().box();
      return Bounds.text(text, typesetter.set(text.rungs(), text.style(), box, locale));
    }
    if (node instanceof Node.Group group) {
      return group(group, locale);
    }
    Node.Present present = (Node.Present) node;
    if (isComposed(present)) {
      Box box = present.placement().box();
      Extent extent = new Extent(box.width(), box.height());
      SizeConstraint sizeConstraint =
          new SizeConstraint(extent, Optional.of(box.width()), Optional.of(box.height()));
      return new NodeMeasurer(typesetter, locale).lay(present, sizeConstraint).at(box.x(), box.y());
    }
    return Bounds.filled(present);
  }

  private static boolean isComposed(Node.Present node) {
    return node instanceof Node.Stack
        || node instanceof Node.Progress
        || node instanceof Node.Initials;
  }

  private PlacedLayer.Group group(Node.Group group, Locale locale) {
    List<PlacedLayer> parts = group.parts().stream().map(part -> place(part, locale)).toList();
    Box touched =
        parts.stream()
            .map(part -> ((PlacedLayer.Visible) part).bounds())
            .reduce(Box::union)
            .orElseThrow()
            .intersect(group.placement().box());
    return new PlacedLayer.Group(
        group, Optional.empty(), parts, Bounds.turned(group.placement(), touched));
  }

  private record Fixed(Node node, Locale locale) {}
}
