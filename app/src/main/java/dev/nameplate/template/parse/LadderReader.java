package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.template.wording.Liquid;
import dev.nameplate.template.wording.SpanStyle;
import dev.nameplate.template.wording.SpannedWording;
import dev.nameplate.template.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a text layer's copy ladder. A wording is a text or a list of spans; a ladder is a list of
 * wordings, or a single wording.
 *
 * @param liquid parses the wordings
 * @param faults gets all faults
 * @param style gives the defaults of a span
 */
record LadderReader(Liquid liquid, FaultCollector faults, TextStyle style) {
  static final Set<String> SPAN = Set.of("text", "weight", "color", "size");

  private static final int MAX_SPANS = 12;

  /** The wordings without faults, in order; faults of the others are collected. */
  List<Wording> read(JsonObject object) {
    String path = object.path("text");
    Optional<JsonNode> value =
        object.get("text").filter(node -> !node.isArray() || node.size() > 0);
    if (value.isEmpty()) {
      faults.add(path, "nothing", "a text or a list of 1 to " + TextLayerReader.MAX_WORDINGS);
      return List.of();
    }
    List<Wording> wordings = new ArrayList<>();
    if (!value.get().isArray() || isSpans(value.get())) {
      wording(value.get(), path).ifPresent(wordings::add);
      return wordings;
    }
    for (int at = 0; at < value.get().size(); at++) {
      wording(value.get().get(at), path + "[" + at + "]").ifPresent(wordings::add);
    }
    if (value.get().size() > TextLayerReader.MAX_WORDINGS) {
      faults.add(path, value.get().size() + " wordings", "at most " + TextLayerReader.MAX_WORDINGS);
    }
    return wordings;
  }

  private static boolean isSpans(JsonNode value) {
    return value.isArray() && value.size() > 0 && value.get(0).isObject();
  }

  private Optional<? extends Wording> wording(JsonNode value, String path) {
    if (value.isTextual()) {
      return liquid.wording(value.textValue(), path, faults);
    }
    if (isSpans(value)) {
      return spanned(value, path);
    }
    faults.add(path, value, "a text or a list of spans");
    return Optional.empty();
  }

  private Optional<Wording> spanned(JsonNode value, String path) {
    List<SpannedWording.Span> spans = new ArrayList<>();
    for (int at = 0; at < value.size(); at++) {
      JsonObject.of(value.get(at), path + "[" + at + "]", SPAN, faults)
          .flatMap(this::span)
          .ifPresent(spans::add);
    }
    if (value.size() > MAX_SPANS) {
      faults.add(path, value.size() + " spans", "at most " + MAX_SPANS);
    }
    return spans.size() == value.size() ? Optional.of(new SpannedWording(spans)) : Optional.empty();
  }

  private Optional<SpannedWording.Span> span(JsonObject object) {
    double size = object.number("size", style.size(), 4, TextLayerReader.MAX_SIZE);
    SpanStyle look =
        new SpanStyle(
            object.whole("weight", style.weight(), 100, 900),
            object.color("color", style.color()),
            size / style.size());
    return liquid
        .wording(object.requiredText("text"), object.path("text"), faults)
        .map(words -> new SpannedWording.Span(words, look));
  }
}
