package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.geometry.Position;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.template.layer.Fill;
import dev.nameplate.template.layer.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code fill} and {@code stroke} of a layer. */
record FillReader(JsonObject shape) {
  static final Set<String> LINEAR = Set.of("type", "angle", "stops");
  static final Set<String> RADIAL = Set.of("type", "center", "radius", "stops");
  static final Set<String> STROKE = Set.of("width", "color", "dash");

  /** The fill; empty where it is absent or faulty, which is added as a fault. */
  Optional<Fill> fill() {
    Optional<JsonNode> node = shape.get("fill");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get().isTextual()) {
      return shape.color("fill").map(Fill.Solid::new);
    }
    String type = node.get().path("type").asText("");
    if (type.equals("linear")) {
      return shape.object("fill", LINEAR).map(FillReader::linear);
    }
    if (type.equals("radial")) {
      return shape.object("fill", RADIAL).map(FillReader::radial);
    }
    shape
        .faults()
        .add(
            shape.path("fill"),
            node.get(),
            "a colour, or an object of type linear or radial with stops");
    return Optional.empty();
  }

  /** The stroke; empty where it is absent or no object. */
  Optional<Stroke> stroke() {
    return shape
        .object("stroke", STROKE)
        .map(
            object -> {
              List<Double> dash = new ArrayList<>();
              for (JsonNode part : object.items("dash", 8)) {
                if (part.isNumber() && part.doubleValue() > 0) {
                  dash.add(part.doubleValue());
                } else {
                  object.faults().add(object.path("dash"), part, "lengths above 0");
                }
              }
              return new Stroke(
                  object.number("width", 1, 0.1, 1000), object.color("color", Rgba.BLACK), dash);
            });
  }

  private static Fill linear(JsonObject object) {
    return new Fill.Linear(object.number("angle", 180, -360, 360), stops(object));
  }

  private static Fill radial(JsonObject object) {
    Position center =
        object
            .numbers("center", 2, 0, 1)
            .map(at -> new Position(at.get(0), at.get(1)))
            .orElse(Position.CENTER);
    return new Fill.Radial(center, object.number("radius", 0.5, 0.01, 10), stops(object));
  }

  private static List<Fill.Stop> stops(JsonObject object) {
    List<Fill.Stop> stops = new ArrayList<>();
    double last = -1;
    boolean good = true;
    for (JsonNode item : object.items("stops", 16)) {
      String path = object.path("stops") + "[" + stops.size() + "]";
      double at = item.path(0).asDouble(-1);
      boolean placed = item.size() == 2 && at >= 0 && at <= 1 && at > last;
      Optional<Rgba> color = placed ? object.color(item.get(1), path) : Optional.empty();
      if (!placed) {
        object.faults().add(path, item, "[place, colour], places rising from 0 to 1");
      }
      good &= color.isPresent();
      stops.add(new Fill.Stop(at, color.orElse(Rgba.BLACK)));
      last = at;
    }
    if (good && stops.size() < 2) {
      object.faults().add(object.path("stops"), stops.size() + " stops", "two or more");
    }
    return stops;
  }
}
