package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.template.layer.Fill;
import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.ProgressLayer;
import dev.nameplate.template.layer.ProgressStyle;
import dev.nameplate.template.layer.Quantity;
import dev.nameplate.template.layer.TextLayer;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the keys of a progress layer. */
record ProgressLayerReader(LayerContext context) {
  static final Set<String> KEYS =
      Set.of("value", "max", "shape", "fill", "track", "rounded", "thickness");

  private static final Rgba FILL = new Rgba(0xff2563eb);
  private static final Rgba TRACK = new Rgba(0x1f000000);
  private static final Quantity HUNDRED = new Quantity.Stated(BigDecimal.valueOf(100));
  private static final Map<String, ProgressStyle.Shape> SHAPES =
      Map.of("bar", ProgressStyle.Shape.BAR, "ring", ProgressStyle.Shape.RING);

  /** The layer; empty where its value is faulty, which is added as a fault. */
  Optional<Layer> read(Frame frame, JsonObject object) {
    QuantityReader quantities = new QuantityReader(context);
    Optional<Quantity> value = quantities.required(object, "value");
    Quantity max = quantities.read(object, "max").orElse(HUNDRED);
    if (max instanceof Quantity.Stated stated && stated.number().signum() <= 0) {
      context.faults().add(object.path("max"), stated.number().toPlainString(), "more than 0");
    }
    ProgressStyle style =
        new ProgressStyle(
            object.choice("shape", SHAPES, ProgressStyle.Shape.BAR),
            new FillReader(object).fill().orElse(new Fill.Solid(FILL)),
            object.color("track", TRACK),
            object.flag("rounded", true),
            object.number("thickness", 12, 0.5, 1000),
            context.rightToLeft());
    Optional<TextLayer> label = label(frame, object);
    return value.map(reached -> new ProgressLayer(frame, reached, max, style, label));
  }

  /**
   * The text on the bar, for a label that is an object; a label that is a text names the layer for
   * people.
   */
  private Optional<TextLayer> label(Frame frame, JsonObject object) {
    Optional<JsonNode> label = object.get("label").filter(JsonNode::isObject);
    if (label.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode centered = label.get().deepCopy();
    if (!centered.has("align")) {
      centered.put("align", "center");
    }
    return JsonObject.of(centered, object.path("label"), TextLayerReader.KEYS, context.faults())
        .flatMap(text -> new TextLayerReader(context.liquid(), context.faults()).read(frame, text));
  }
}
