package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
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
  private static final Map<String, StackStyle.Direction> DIRECTIONS =
      Map.of("row", StackStyle.Direction.ROW, "column", StackStyle.Direction.COLUMN);
  private static final Map<String, StackStyle.CrossAlign> ALIGN =
      Map.of(
          "start", StackStyle.CrossAlign.START,
          "center", StackStyle.CrossAlign.CENTER,
          "end", StackStyle.CrossAlign.END,
          "stretch", StackStyle.CrossAlign.STRETCH);
  private static final Map<String, StackStyle.Justify> JUSTIFY =
      Map.of(
          "start", StackStyle.Justify.START,
          "center", StackStyle.Justify.CENTER,
          "end", StackStyle.Justify.END,
          "between", StackStyle.Justify.BETWEEN);

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
    return new StackStyle(
        object.choice("direction", DIRECTIONS, StackStyle.Direction.COLUMN),
        object.number("gap", 0, 0, MAX_SIDE),
        padding(object),
        object.choice("align", ALIGN, StackStyle.CrossAlign.START),
        object.choice("justify", JUSTIFY, StackStyle.Justify.START),
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
    boolean row = style.direction() == StackStyle.Direction.ROW;
    Optional<Double> along = row ? sizing.width() : sizing.height();
    if (along.isPresent() || sizing.grow() > 0 || SIZED_BY_CONTENT.contains(child.layer().type())) {
      return true;
    }
    String key = row ? "width" : "height";
    String allowed =
        "pixels, or grow instead; only text, a countdown's words and stacks know how long they are"
            + " in a "
            + (row ? "row" : "column");
    context.faults().add(path + "." + key, "nothing", allowed);
    return false;
  }
}
