package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.geometry.Alignment;
import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.Sizing;
import dev.nameplate.template.layer.StackLayer;
import dev.nameplate.template.layer.StackStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the keys of a stack layer, its children included.
 *
 * @param context of the template
 * @param layers reads the children
 */
record StackLayerReader(LayerContext context, LayerReader layers) {
  static final Set<String> KEYS =
      Set.of("direction", "gap", "padding", "align", "justify", "fill", "radius", "children");

  private static final int MAX_CHILDREN = 20;
  private static final double MAX_SIDE = 4096;
  private static final Set<String> SIZED_BY_CONTENT = Set.of("text", "countdown", "stack");
  private static final Map<String, Boolean> DIRECTIONS = Map.of("row", true, "column", false);
  private static final Map<String, Optional<Alignment>> ALIGN =
      Map.of(
          "start", Optional.of(Alignment.START),
          "center", Optional.of(Alignment.CENTER),
          "end", Optional.of(Alignment.END),
          "stretch", Optional.empty());
  private static final Map<String, Optional<Alignment>> JUSTIFY =
      Map.of(
          "start", Optional.of(Alignment.START),
          "center", Optional.of(Alignment.CENTER),
          "end", Optional.of(Alignment.END),
          "between", Optional.empty());

  /** The layer with those children that are free of faults; never empty. */
  Optional<Layer> read(Frame frame, JsonObject object) {
    StackStyle style = style(object);
    List<StackLayer.Child> children = new ArrayList<>();
    List<JsonNode> items = object.items("children", MAX_CHILDREN);
    if (items.isEmpty()) {
      String found = object.get("children").map(JsonNode::toString).orElse("nothing");
      context
          .faults()
          .add(object.path("children"), found, "a list of 1 to " + MAX_CHILDREN + " layers");
    }
    for (int at = 0; at < items.size(); at++) {
      String path = object.path("children") + "[" + at + "]";
      layers
          .child(items.get(at), path)
          .filter(child -> isSized(child, style, path))
          .ifPresent(children::add);
    }
    return Optional.of(new StackLayer(frame, style, children));
  }

  private StackStyle style(JsonObject object) {
    Optional<Alignment> align = object.choice("align", ALIGN, Optional.of(Alignment.START));
    Optional<Alignment> justify = object.choice("justify", JUSTIFY, Optional.of(Alignment.START));
    return new StackStyle(
        object.choice("direction", DIRECTIONS, false),
        object.number("gap", 0, 0, MAX_SIDE),
        padding(object),
        align.isEmpty(),
        align.orElse(Alignment.START),
        justify.orElse(Alignment.START),
        justify.isEmpty(),
        new FillReader(object).fill(),
        object.number("radius", 0, 0, 10_000),
        context.rightToLeft());
  }

  /** The padding: one number for all sides, or a list of top, right, bottom and left. */
  private static StackStyle.Padding padding(JsonObject object) {
    if (object.get("padding").filter(JsonNode::isArray).isPresent()) {
      return object
          .numbers("padding", 4, 0, MAX_SIDE)
          .map(at -> new StackStyle.Padding(at.get(0), at.get(1), at.get(2), at.get(3)))
          .orElse(new StackStyle.Padding(0, 0, 0, 0));
    }
    double all = object.number("padding", 0, 0, MAX_SIDE);
    return new StackStyle.Padding(all, all, all, all);
  }

  /** Whether the length of a child along the stack is known; otherwise a fault is added. */
  private boolean isSized(StackLayer.Child child, StackStyle style, String path) {
    Sizing sizing = child.sizing();
    Optional<Double> along = style.row() ? sizing.width() : sizing.height();
    if (along.isPresent() || sizing.grow() > 0 || SIZED_BY_CONTENT.contains(child.layer().type())) {
      return true;
    }
    String key = style.row() ? "width" : "height";
    String allowed =
        "pixels, or grow instead; only text, a countdown's words and stacks know how long they are"
            + " in a "
            + (style.row() ? "row" : "column");
    context.faults().add(path + "." + key, "nothing", allowed);
    return false;
  }
}
