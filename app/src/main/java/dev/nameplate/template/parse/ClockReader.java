package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.VerticalAlignment;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.layer.CountdownLayer;
import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.template.wording.CountUnit;
import dev.nameplate.template.wording.CountedWording;
import dev.nameplate.template.wording.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a countdown that is shown as a clock.
 *
 * @param layer reads wordings
 * @param frame box of the cells
 * @param style of the digits
 */
record ClockReader(CountdownLayerReader layer, Frame frame, TextStyle style) {
  static final Set<String> KEYS =
      Set.of("units", "labels", "labelStyle", "gap", "separator", "panel", "ended");
  static final Set<String> UNITS = units().keySet();
  static final Set<String> LABEL = Set.of("size", "weight", "color", "letterSpacing");
  static final Set<String> PANEL = Set.of("fill", "stroke", "radius");

  private static final double LABEL_SCALE = 0.32;

  private static Map<String, CountUnit> units() {
    Map<String, CountUnit> units = new TreeMap<>();
    for (CountUnit unit : CountUnit.values()) {
      units.put(unit.label(), unit);
    }
    return units;
  }

  /** The clock; empty where its units are faulty, which is added as a fault. */
  Optional<CountdownLayer.Clock> read(JsonObject object) {
    List<CountUnit> units = units(object);
    Map<CountUnit, CountedWording> labels = new EnumMap<>(CountUnit.class);
    object.object("labels", UNITS).ifPresent(texts -> labels(texts, labels));
    TextStyle labelStyle =
        object
            .object("labelStyle", LABEL)
            .map(this::labelStyle)
            .orElseGet(() -> labelStyle(Optional.empty()));
    List<Wording> ended =
        object.has("ended") ? layer.ladder(object, "ended", layer.context().liquid()) : List.of();
    return units.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CountdownLayer.Clock(
                units,
                labels,
                labelStyle,
                gap(object, units.size()),
                object.text("separator").orElse(""),
                object.object("panel", PANEL).map(ClockReader::panel),
                ended));
  }

  /**
   * The units from the largest to the smallest; empty where they are faulty. Seconds alone are a
   * fault, since a still picture cannot show them.
   */
  private List<CountUnit> units(JsonObject object) {
    List<CountUnit> units = new ArrayList<>();
    for (JsonNode item : object.items("units", CountUnit.values().length)) {
      CountUnit unit = units().get(item.asText());
      if (unit == null) {
        layer
            .context()
            .faults()
            .add(object.path("units"), item, FaultCollector.oneOf(item.asText(), UNITS));
        return List.of();
      }
      units.add(unit);
    }
    boolean ordered = units.stream().sorted().distinct().toList().equals(units);
    if (!ordered || units.isEmpty() || units.get(0) == CountUnit.SECONDS) {
      layer
          .context()
          .faults()
          .add(
              object.path("units"),
              object.get("units").map(JsonNode::toString).orElse(""),
              "some of days, hours, minutes and seconds in this order, each once, and not seconds"
                  + " alone");
      return List.of();
    }
    return units;
  }

  private double gap(JsonObject object, int cells) {
    double gap = object.number("gap", 12, 0, 500);
    if (gap * (cells - 1) >= frame.box().width()) {
      layer
          .context()
          .faults()
          .add(object.path("gap"), Double.toString(gap), "gaps that leave space for cells");
    }
    return gap;
  }

  private void labels(JsonObject texts, Map<CountUnit, CountedWording> labels) {
    for (CountUnit unit : CountUnit.values()) {
      layer.counted(texts, unit.label(), Set.of()).ifPresent(wording -> labels.put(unit, wording));
    }
  }

  private TextStyle labelStyle(JsonObject object) {
    return labelStyle(Optional.of(object));
  }

  private TextStyle labelStyle(Optional<JsonObject> object) {
    double defaultSize = Math.max(4, Math.round(style.size() * LABEL_SCALE));
    double size =
        object
            .map(o -> o.number("size", defaultSize, 4, TextLayerReader.MAX_SIZE))
            .orElse(defaultSize);
    return new TextStyle(
        style.font(),
        object.map(o -> o.whole("weight", 400, 100, 900)).orElse(400),
        size,
        Math.max(4, size / 2),
        1,
        style.lineHeight(),
        object.map(o -> o.number("letterSpacing", 0, -0.2, 2)).orElse(0.0),
        Alignment.CENTER,
        VerticalAlignment.MIDDLE,
        object.map(o -> o.color("color", style.color())).orElse(style.color()),
        Optional.empty(),
        Optional.empty());
  }

  private static CountdownLayer.Panel panel(JsonObject object) {
    FillReader fills = new FillReader(object);
    return new CountdownLayer.Panel(
        fills.fill(), fills.stroke(), object.number("radius", 0, 0, 10_000));
  }
}
