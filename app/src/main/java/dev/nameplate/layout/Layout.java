package dev.nameplate.layout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nameplate.geometry.Box;
import dev.nameplate.scene.LayerFields;
import dev.nameplate.scene.Node;
import dev.nameplate.scene.Scene;
import dev.nameplate.template.font.TemplateFonts;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.text.Typesetter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses each text's wording and size, and positions every layer. Safe for many threads.
 *
 * <p>Static layers are placed once and kept in a cache, one entry per layer, locale and fonts.
 */
public final class Layout {
  /** What the cached layers may take together, in bytes, as {@link LayerWeight} estimates them. */
  private static final long CACHE_BYTES = 16L << 20;

  private final Typesetter typesetter;
  private final Cache<Fixed, PlacedLayer> cache =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher((Fixed key, PlacedLayer layer) -> LayerWeight.of(layer))
          .build();

  /**
   * @param typesetter sets texts, with the fonts it was made with
   */
  public Layout(Typesetter typesetter) {
    this.typesetter = typesetter;
  }

  /**
   * Places every node of a scene.
   *
   * @return one layer for each node, in order; hidden nodes as {@link PlacedLayer.Skipped}
   * @throws dev.nameplate.text.font.FontException if a font file that is needed cannot be read
   */
  public List<PlacedLayer> place(Scene scene) {
    Setting setting = new Setting(scene.template().locale(), scene.template().fonts());
    return scene.nodes().stream()
        .map(node -> isStatic(scene, node) ? fixed(node, setting) : place(node, setting))
        .toList();
  }

  /** A layer that is the same in every picture, placed once. */
  private PlacedLayer fixed(Node node, Setting setting) {
    return cache.get(new Fixed(node, setting), absent -> place(node, setting));
  }

  /** Whether a node is its layer's in every picture; not so for nodes that have no layer. */
  private static boolean isStatic(Scene scene, Node node) {
    List<Layer> layers = scene.template().layers();
    return node.index() < layers.size() && LayerFields.isStatic(layers.get(node.index()));
  }

  /**
   * Places one node by itself, in fonts that every template has.
   *
   * @param locale decides line breaks, letter forms and the reading direction of neutral text
   * @return the layer with its box in pixels at 1x; {@link PlacedLayer.Skipped} for a hidden node
   * @throws dev.nameplate.text.font.FontException if a font file that is needed cannot be read
   */
  public PlacedLayer place(Node node, Locale locale) {
    return place(node, new Setting(locale, TemplateFonts.NONE));
  }

  private PlacedLayer place(Node node, Setting setting) {
    if (node instanceof Node.Absent absent) {
      return new PlacedLayer.Skipped(absent);
    }
    if (node instanceof Node.Text text) {
      Box box = text.placement().box();
      return Bounds.text(
          text,
          typesetter.with(setting.fonts()).set(text.rungs(), text.style(), box, setting.locale()));
    }
    if (node instanceof Node.Group group) {
      return group(group, setting);
    }
    Node.Present present = (Node.Present) node;
    if (hasParts(present)) {
      Box box = present.placement().box();
      Extent extent = new Extent(box.width(), box.height());
      SizeConstraint constraint =
          new SizeConstraint(extent, Optional.of(box.width()), Optional.of(box.height()));
      return new NodeMeasurer(typesetter.with(setting.fonts()), setting.locale())
          .measure(present, constraint)
          .at(box.x(), box.y());
    }
    return Bounds.filled(present);
  }

  private static boolean hasParts(Node.Present node) {
    return node instanceof Node.Stack
        || node instanceof Node.Progress
        || node instanceof Node.Initials;
  }

  private PlacedLayer.Group group(Node.Group group, Setting setting) {
    List<PlacedLayer> parts = group.parts().stream().map(part -> place(part, setting)).toList();
    Box touched =
        parts.stream()
            .map(part -> ((PlacedLayer.Visible) part).bounds())
            .reduce(Box::union)
            .orElseThrow()
            .intersect(group.placement().box());
    return new PlacedLayer.Group(
        group, Optional.empty(), parts, Bounds.turned(group.placement(), touched));
  }

  private record Fixed(Node node, Setting setting) {}

  /** What texts are set with beside their styles: the template's language and its own fonts. */
  private record Setting(Locale locale, TemplateFonts fonts) {}
}
