package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Access;
import dev.nameplate.template.Format;
import dev.nameplate.template.OutputOptions;
import dev.nameplate.template.fault.FaultCollector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the keys about output: formats, scales, quality, matte, bytes, frames and access. */
final class OutputReader {
  private static final int MIN_BYTES = 1000;
  private static final int MAX_BYTES = 100_000_000;

  private OutputReader() {}

  /** The options; {@link OutputOptions#DEFAULT} for keys that are absent or faulty. */
  static OutputOptions read(JsonObject object) {
    OutputOptions defaults = OutputOptions.DEFAULT;
    List<Format> formats = formats(object);
    Rgba matte = object.color("matte", defaults.matte());
    if (!matte.isOpaque()) {
      object.faults().add("$.matte", matte.hex(), "an opaque colour");
    }
    return new OutputOptions(
        formats.isEmpty() ? defaults.formats() : formats,
        scales(object, defaults),
        object.whole("quality", defaults.quality(), 1, 100),
        matte,
        object.has("maxBytes")
            ? OptionalInt.of(object.whole("maxBytes", MAX_BYTES, MIN_BYTES, MAX_BYTES))
            : OptionalInt.empty(),
        object.whole(
            "frames", defaults.frames(), OutputOptions.MIN_FRAMES, OutputOptions.MAX_FRAMES),
        access(object));
  }

  private static List<Format> formats(JsonObject object) {
    Map<String, Format> known = new LinkedHashMap<>();
    Stream.of(Format.values()).forEach(format -> known.put(format.ending(), format));
    List<Format> formats = new ArrayList<>();
    for (String text : object.texts("formats")) {
      if (known.containsKey(text)) {
        formats.add(known.get(text));
      } else {
        object
            .faults()
            .add(
                "$.formats",
                "'" + text + "'",
                FaultCollector.oneOf(text, List.copyOf(known.keySet())));
      }
    }
    return formats;
  }

  private static Optional<Access> access(JsonObject object) {
    Optional<String> label = object.text("access");
    Optional<Access> access = label.flatMap(Access::ofLabel);
    if (label.isPresent() && access.isEmpty()) {
      object.faults().add("$.access", "'" + label.get() + "'", "open, signed");
    }
    return access;
  }

  private static List<Scale> scales(JsonObject object, OutputOptions defaults) {
    Set<Scale> scales = new TreeSet<>(defaults.scales());
    for (JsonNode item : object.items("scales", 5)) {
      double factor = item.asDouble();
      if (item.isNumber() && factor >= 0.5 && factor <= 4) {
        scales.add(new Scale((int) Math.round(factor * 100)));
      } else {
        object.faults().add("$.scales", item, "numbers from 0.5 to 4");
      }
    }
    return List.copyOf(scales);
  }
}
