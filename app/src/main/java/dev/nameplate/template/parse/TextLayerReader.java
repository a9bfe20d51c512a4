package dev.nameplate.template.parse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.VerticalAlignment;
import dev.nameplate.template.fault.FaultCollector;
import dev.nameplate.template.field.TextDirection;
import dev.nameplate.template.layer.Frame;
import dev.nameplate.template.layer.Numerals;
import dev.nameplate.template.layer.TextFlow;
import dev.nameplate.template.layer.TextLayer;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.template.layer.TextWrap;
import dev.nameplate.template.wording.LineBreaks;
import dev.nameplate.template.wording.Liquid;
import dev.nameplate.template.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the keys of a text layer. */
record TextLayerReader(Liquid liquid, FaultCollector faults) {
  static final Set<String> KEYS =
      Set.of(
          "text",
          "font",
          "weight",
          "size",
          "minSize",
          "maxLines",
          "lineHeight",
          "letterSpacing",
          "color",
          "align",
          "valign",
          "shadow",
          "outline",
          "direction",
          "wrap",
          "numerals");
  static final Set<String> SHADOW = Set.of("dx", "dy", "blur", "color");
  static final Set<String> OUTLINE = Set.of("width", "color");

  static final int MAX_WORDINGS = 10;
  static final double MAX_SIZE = 1000;
  private static final int MAX_LINES = 20;
  static final Map<String, Alignment> ALIGN =
      Map.of("start", Alignment.START, "center", Alignment.CENTER, "end", Alignment.END);
  static final Map<String, TextDirection> DIRECTION =
      Map.of("auto", TextDirection.AUTO, "ltr", TextDirection.LTR, "rtl", TextDirection.RTL);
  private static final Map<String, TextWrap> WRAP =
      Map.of("auto", TextWrap.AUTO, "balance", TextWrap.BALANCE);
  private static final Map<String, Numerals> NUMERALS =
      Map.of("normal", Numerals.NORMAL, "tabular", Numerals.TABULAR);
  private static final Map<String, VerticalAlignment> VALIGN =
      Map.of(
          "top", VerticalAlignment.TOP,
          "middle", VerticalAlignment.MIDDLE,
          "bottom", VerticalAlignment.BOTTOM);

  /** The layer; empty where all its wordings are faulty, which is added as a fault. */
  Optional<TextLayer> read(Frame frame, JsonObject object) {
    TextStyle style = style(object);
    List<Wording> wordings = new LadderReader(liquid, faults, style).read(object);
    return wordings.isEmpty()
        ? Optional.empty()
        : Optional.of(new TextLayer(frame, style, wordings));
  }

  /**
   * The wordings of a copy ladder without faults: a text or a list of at most ten texts. Empty
   * where the key is absent.
   */
  static List<Wording> wordings(
      JsonObject object, String key, Liquid liquid, FaultCollector faultCollector) {
    List<Wording> wordings = new ArrayList<>();
    List<String> texts = object.texts(key);
    for (int i = 0; i < texts.size(); i++) {
      String path = texts.size() == 1 ? object.path(key) : object.path(key) + "[" + i + "]";
      liquid.wording(texts.get(i), path, faultCollector).ifPresent(wordings::add);
    }
    if (texts.size() > MAX_WORDINGS) {
      faultCollector.add(object.path(key), texts.size() + " wordings", "at most " + MAX_WORDINGS);
    }
    return wordings;
  }

  /** The style, with defaults for keys that are absent or faulty. */
  TextStyle style(JsonObject object) {
    double size = object.number("size", 16, 4, MAX_SIZE);
    return new TextStyle(
        object.text("font").orElse("Inter"),
        object.whole("weight", 400, 100, 900),
        size,
        object.number("minSize", Math.max(4, Math.min(size, size / 2)), 4, size),
        object.whole("maxLines", Math.min(MAX_LINES, statedLines(object)), 1, MAX_LINES),
        object.number("lineHeight", 1.2, 0.7, 3),
        object.number("letterSpacing", 0, -0.2, 2),
        object.choice("align", ALIGN, Alignment.START),
        object.choice("valign", VALIGN, VerticalAlignment.MIDDLE),
        object.color("color", Rgba.BLACK),
        object.object("shadow", SHADOW).map(TextLayerReader::shadow),
        object.object("outline", OUTLINE).map(TextLayerReader::outline),
        new TextFlow(
            object.choice("direction", DIRECTION, TextDirection.AUTO),
            object.choice("wrap", WRAP, TextWrap.AUTO),
            object.choice("numerals", NUMERALS, Numerals.NORMAL)));
  }

  /** The number of lines of the wording with the most line breaks of its own; at least 1. */
  private static int statedLines(JsonObject object) {
    return object.get("text").map(TextLayerReader::statedLines).orElse(1);
  }

  private static int statedLines(JsonNode text) {
    if (text.isTextual()) {
      return LineBreaks.lines(text.textValue());
    }
    if (text.path(0).isObject()) {
      StringBuilder spans = new StringBuilder();
      text.forEach(span -> spans.append(span.path("text").asText()));
      return LineBreaks.lines(spans.toString());
    }
    int max = 1;
    for (JsonNode part : text) {
      max = Math.max(max, statedLines(part));
    }
    return max;
  }

  private static TextStyle.Shadow shadow(JsonObject object) {
    return new TextStyle.Shadow(
        object.number("dx", 0, -500, 500),
        object.number("dy", 2, -500, 500),
        object.number("blur", 4, 0, 200),
        object.color("color", new Rgba(0x66000000)));
  }

  private static TextStyle.Outline outline(JsonObject object) {
    return new TextStyle.Outline(
        object.number("width", 1, 0.1, 100), object.color("color", Rgba.BLACK));
  }
}
