package dev.nameplate.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Position;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code layers}. */
final class LayerReader {
  static final Set<String> COMMON = Set.of("type", "label", "box", "opacity", "rotate", "when");
  static final Map<String, Set<String>> OWN =
      Map.of(
          "text", TextLayerReader.KEYS,
          "image", Set.of("src", "fit", "position", "radius", "circle"),
          "shape", Set.of("shape", "fill", "stroke", "radius"),
          "qr", Set.of("data", "correction", "quietZone", "dark", "light"),
          "countdown", CountdownLayerReader.KEYS);

  private static final double LEAST_CONTRAST = 4.5;
  private static final Map<String, ImageLayer.Fit> FITS =
      Map.of(
          "cover", ImageLayer.Fit.COVER,
          "contain", ImageLayer.Fit.CONTAIN,
          "fill", ImageLayer.Fit.FILL);
  private static final Map<String, ShapeLayer.Kind> SHAPES =
      Map.of(
          "rect", ShapeLayer.Kind.RECT,
          "ellipse", ShapeLayer.Kind.ELLIPSE,
          "line", ShapeLayer.Kind.LINE);
  private static final Map<String, QrLayer.Correction> CORRECTIONS =
      Map.of(
          "L", QrLayer.Correction.L,
          "M", QrLayer.Correction.M,
          "Q", QrLayer.Correction.Q,
          "H", QrLayer.Correction.H);

  private final Path folder;
  private final Size canvas;
  private final Map<String, Field> fields;
  private final Liquid liquid;
  private final Faults faults;

  LayerReader(Path folder, Size canvas, Map<String, Field> fields, Liquid liquid, Faults faults) {
    this.folder = folder;
    this.canvas = canvas;
    this.fields = fields;
    this.liquid = liquid;
    this.faults = faults;
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
      case "text" -> new TextLayerReader(liquid, faults).read(frame, object);
      case "image" -> image(frame, object);
      case "qr" -> qr(frame, object);
      case "countdown" -> new CountdownLayerReader(fields, liquid, faults).read(frame, object);
      default -> Optional.of(shape(frame, object));
    };
  }

  private Frame frame(JsonObject object) {
    double opacity = object.number("opacity", 1, 0, 1);
    double rotate = object.number("rotate", 0, -360, 360);
    Optional<Condition> when =
        object.text("when").flatMap(text -> liquid.condition(text, object.path("when"), faults));
    return new Frame(box(object), opacity, rotate, when);
  }

  /** The box; the whole canvas where it is faulty, so that reading goes on. */
  private Box box(JsonObject object) {
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

  private Optional<Layer> image(Frame frame, JsonObject object) {
    String src = object.requiredText("src");
    Position position =
        object
            .numbers("position", 2, 0, 1)
            .map(at -> new Position(at.get(0), at.get(1)))
            .orElse(Position.CENTRE);
    ImageLayer.Fit fit = object.choice("fit", FITS, ImageLayer.Fit.COVER);
    double radius = object.number("radius", 0, 0, 10_000);
    boolean circle = object.flag("circle", false);
    return source(src, object.path("src"))
        .map(source -> new ImageLayer(frame, source, fit, position, radius, circle));
  }

  private Optional<ImageLayer.Source> source(String src, String path) {
    if (src.startsWith("{{") && src.endsWith("}}")) {
      String name = src.substring(2, src.length() - 2).strip();
      Field field = fields.get(name);
      if (field == null || field.kind() != FieldKind.IMAGE) {
        List<String> images = new ArrayList<>();
        fields.values().stream()
            .filter(each -> each.kind() == FieldKind.IMAGE)
            .forEach(each -> images.add(each.name()));
        faults.add(path, "'" + src + "'", "a field of kind image: " + Faults.oneOf(name, images));
        return Optional.empty();
      }
      return Optional.of(new ImageLayer.Source.OfField(name));
    }
    if (!AssetPath.isWellFormed(src) || !AssetPath.exists(folder, src)) {
      faults.add(path, "'" + src + "'", "a PNG or JPEG that lies in the template's assets folder");
      return Optional.empty();
    }
    return Optional.of(new ImageLayer.Source.Asset(src));
  }

  private Layer shape(Frame frame, JsonObject object) {
    if (!object.has("shape")) {
      faults.add(object.path("shape"), "nothing", Faults.oneOf("", SHAPES.keySet()));
    }
    ShapeLayer.Kind kind = object.choice("shape", SHAPES, ShapeLayer.Kind.RECT);
    FillReader fills = new FillReader(object);
    return new ShapeLayer(
        frame, kind, fills.fill(), fills.stroke(), object.number("radius", 0, 0, 10_000));
  }

  private Optional<Layer> qr(Frame frame, JsonObject object) {
    Rgba dark = object.color("dark", Rgba.BLACK);
    Rgba light = object.color("light", Rgba.WHITE);
    boolean scans =
        dark.isOpaque()
            && light.isOpaque()
            && dark.luminance() < light.luminance()
            && dark.contrastWith(light) >= LEAST_CONTRAST;
    if (!scans) {
      faults.add(
          object.path("dark"),
          dark.hex() + " on " + light.hex(),
          "an opaque dark colour on a light one with a contrast of at least " + LEAST_CONTRAST);
    }
    QrLayer.Correction correction = object.choice("correction", CORRECTIONS, QrLayer.Correction.M);
    int quiet = object.whole("quietZone", 4, 0, 16);
    return liquid
        .wording(object.requiredText("data"), object.path("data"), faults)
        .map(data -> new QrLayer(frame, data, correction, quiet, dark, light));
  }
}
