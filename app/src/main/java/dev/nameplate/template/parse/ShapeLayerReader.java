package dev.nameplate.template.parse;

import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.ShapeLayer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the keys of a shape layer. */
record ShapeLayerReader() {
  static final Set<String> KEYS = Set.of("shape", "fill", "stroke", "radius");

  private static final Map<String, ShapeLayer.Kind> SHAPES =
      Map.of(
          "rect", ShapeLayer.Kind.RECT,
          "ellipse", ShapeLayer.Kind.ELLIPSE,
          "line", ShapeLayer.Kind.LINE);

  /** The layer; never empty, since each key has a default. */
  Optional<Layer> read(Frame frame, JsonObject object) {
    if (!object.has("shape")) {
      object
          .faults()
          .add(
              object.path("shape"),
              "nothing",
              FaultCollector.oneOf("", new TreeSet<>(SHAPES.keySet())));
    }
    ShapeLayer.Kind kind = object.choice("shape", SHAPES, ShapeLayer.Kind.RECT);
    FillReader fills = new FillReader(object);
    double radius = object.number("radius", 0, 0, 10_000);
    return Optional.of(new ShapeLayer(frame, kind, fills.fill(), fills.stroke(), radius));
  }
}
