package dev.nameplate.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Size;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code layers}. */
final class LayerReader {
  static final Set<String> COMMON = Set.of("type", "label", "box", "opacity", "rotate", "when");
  static final Map<String, Set<String>> OWN =
      Map.of(
          "text", TextLayerReader.KEYS,
          "image", ImageLayerReader.KEYS,
          "shape", ShapeLayerReader.KEYS,
          "qr", QrLayerReader.KEYS,
          "countdown", CountdownLayerReader.KEYS);

  private final LayerContext context;
  private final Faults faults;

  LayerReader(LayerContext context) {
    this.context = context;
    this.faults = context.faults();
  }

  /** A layer; empty where it is faulty, which has been noted. */
  Optional<Layer> read(JsonNode node, String path) {
    String type = node.path("type").asText("");
    Set<String> own = OWN.get(type);
    if (own == null) {
      faults.add(
          path + ".type",
          type.isEmpty() ? "nothing" : "'" + type + "'",
          Faults.oneOf(type, OWN.keySet()));
      return Optional.empty();
    }
    Set<String> keys = new HashSet<>(own);
    keys.addAll(COMMON);
    return JsonObject.of(node, path, keys, faults)
        .flatMap(object -> layer(type, frame(object), object));
  }

  private Optional<Layer> layer(String type, Frame frame, JsonObject object) {
    return switch (type) {
      case "text" -> new TextLayerReader(context.liquid(), faults).read(frame, object);
      case "image" -> new ImageLayerReader(context).read(frame, object);
      case "qr" -> new QrLayerReader(context).read(frame, object);
      case "countdown" -> new CountdownLayerReader(context).read(frame, object);
      default -> new ShapeLayerReader().read(frame, object);
    };
  }

  private Frame frame(JsonObject object) {
    double opacity = object.number("opacity", 1, 0, 1);
    double rotate = object.number("rotate", 0, -360, 360);
    Optional<Condition> when =
        object
            .text("when")
            .flatMap(text -> context.liquid().condition(text, object.path("when"), faults));
    return new Frame(box(object), opacity, rotate, when);
  }

  /** The box; the whole canvas where it is faulty, so that reading goes on. */
  private Box box(JsonObject object) {
    Size canvas = context.canvas();
    if (!object.has("box")) {
      faults.add(object.path("box"), "nothing", "[x, y, width, height]; this key is required");
    }
    Box box =
        object
            .numbers("box", 4, 0, 100_000)
            .map(at -> new Box(at.get(0), at.get(1), at.get(2), at.get(3)))
            .orElse(canvas.box());
    if (box.isEmpty() || !canvas.box().contains(box, 1e-6)) {
      faults.add(
          object.path("box"),
          object.get("box").map(JsonNode::toString).orElse(""),
          "a box of some size inside the canvas of " + canvas.width() + " × " + canvas.height());
    }
    return box;
  }
}
