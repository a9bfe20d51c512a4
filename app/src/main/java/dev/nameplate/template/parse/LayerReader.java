package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Size;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.Sizing;
import dev.nameplate.template.layer.StackLayer;
import dev.nameplate.template.wording.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code layers}. */
final class LayerReader {
  static final Set<String> COMMON = Set.of("type", "label", "opacity", "rotate", "when");
  static final Set<String> BOX = Set.of("box");
  static final Set<String> SIZING = Set.of("width", "height", "grow");
  static final Map<String, Set<String>> OWN =
      Map.of(
          "text", TextLayerReader.KEYS,
          "image", ImageLayerReader.KEYS,
          "shape", ShapeLayerReader.KEYS,
          "qr", QrLayerReader.KEYS,
          "barcode", BarcodeLayerReader.KEYS,
          "progress", ProgressLayerReader.KEYS,
          "stars", StarsLayerReader.KEYS,
          "stack", StackLayerReader.KEYS,
          "countdown", CountdownLayerReader.KEYS);

  private static final double MAX_SIDE = 4096;

  /** Whether a layer has a box or is sized by a stack. */
  private enum Place {
    CANVAS,
    STACK
  }

  private final LayerContext context;
  private final FaultCollector faultCollector;

  LayerReader(LayerContext context) {
    this.context = context;
    this.faultCollector = context.faults();
  }

  /** A layer of the canvas; empty where it is faulty, which is added as a fault. */
  Optional<Layer> read(JsonNode node, String path) {
    return read(node, path, Place.CANVAS);
  }

  /** A child of a stack; empty where it is faulty, which is added as a fault. */
  Optional<StackLayer.Child> child(JsonNode node, String path) {
    Optional<Sizing> sizing = JsonObject.any(node, path, faultCollector).map(LayerReader::sizing);
    return sizing.flatMap(
        size -> read(node, path, Place.STACK).map(layer -> new StackLayer.Child(layer, size)));
  }

  private static Sizing sizing(JsonObject object) {
    return new Sizing(
        object.number("width", 0.1, MAX_SIDE),
        object.number("height", 0.1, MAX_SIDE),
        object.number("grow", 0, 0, 100));
  }

  private Optional<Layer> read(JsonNode node, String path, Place place) {
    Set<Field> choices = new ChoiceTables(context).choices(node, path);
    return choices.isEmpty()
        ? plain(node, path, place)
        : new VariantLayerReader(context, List.copyOf(choices))
            .read(node, path, each -> plain(each, path, place));
  }

  private Optional<Layer> plain(JsonNode node, String path, Place place) {
    String type = node.path("type").asText("");
    Set<String> own = OWN.get(type);
    if (own == null) {
      faultCollector.add(
          path + ".type",
          type.isEmpty() ? "nothing" : "'" + type + "'",
          FaultCollector.oneOf(type, new TreeSet<>(OWN.keySet())));
      return Optional.empty();
    }
    if (type.equals("countdown") && place == Place.STACK && node.has("units")) {
      faultCollector.add(
          path + ".units", "a clock in a stack", "words, or the clock beside the stack");
      return Optional.empty();
    }
    Set<String> keys = new HashSet<>(own);
    keys.addAll(COMMON);
    keys.addAll(place == Place.CANVAS ? BOX : SIZING);
    return JsonObject.of(node, path, keys, faultCollector)
        .flatMap(object -> layer(type, frame(object, place), object));
  }

  private Optional<Layer> layer(String type, Frame frame, JsonObject object) {
    return switch (type) {
      case "text" ->
          new TextLayerReader(context.liquid(), faultCollector)
              .read(frame, object)
              .map(Layer.class::cast);
      case "image" -> new ImageLayerReader(context).read(frame, object);
      case "qr" -> new QrLayerReader(context).read(frame, object);
      case "countdown" -> new CountdownLayerReader(context).read(frame, object);
      case "barcode" -> new BarcodeLayerReader(context).read(frame, object);
      case "progress" -> new ProgressLayerReader(context).read(frame, object);
      case "stars" -> new StarsLayerReader(context).read(frame, object);
      case "stack" -> new StackLayerReader(context, this).read(frame, object);
      default -> new ShapeLayerReader().read(frame, object);
    };
  }

  private Frame frame(JsonObject object, Place place) {
    double opacity = object.number("opacity", 1, 0, 1);
    double rotate = object.number("rotate", 0, -360, 360);
    Optional<Condition> when =
        object
            .text("when")
            .flatMap(text -> context.liquid().condition(text, object.path("when"), faultCollector));
    Box box = place == Place.CANVAS ? box(object) : context.canvas().box();
    Optional<String> label =
        object.get("label").filter(JsonNode::isTextual).map(JsonNode::textValue);
    return new Frame(box, opacity, rotate, when, label.filter(text -> !text.isBlank()));
  }

  /** The box; the whole canvas where it is faulty, so that reading continues. */
  private Box box(JsonObject object) {
    Size canvas = context.canvas();
    if (!object.has("box")) {
      faultCollector.add(
          object.path("box"), "nothing", "[x, y, width, height]; this key is required");
    }
    Box box =
        object
            .numbers("box", 4, 0, 100_000)
            .map(at -> new Box(at.get(0), at.get(1), at.get(2), at.get(3)))
            .orElse(canvas.box());
    if (box.isEmpty() || !canvas.box().contains(box, 1e-6)) {
      faultCollector.add(
          object.path("box"),
          object.get("box").map(JsonNode::toString).orElse(""),
          "a box of some size inside the canvas of " + canvas.width() + " × " + canvas.height());
    }
    return box;
  }
}
