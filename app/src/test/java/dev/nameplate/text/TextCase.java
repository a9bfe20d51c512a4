package dev.nameplate.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.nameplate.geometry.Alignment;
import dev.nameplate.geometry.Box;
import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.VerticalAlignment;
import dev.nameplate.scene.Node;
import dev.nameplate.scene.Placement;
import dev.nameplate.template.field.TextDirection;
import dev.nameplate.template.layer.Numerals;
import dev.nameplate.template.layer.TextFlow;
import dev.nameplate.template.layer.TextStyle;
import dev.nameplate.template.layer.TextWrap;
import dev.nameplate.template.wording.SpanStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A line of {@code corpus/text.jsonl}: a text, how it is set, and what is said of its look. */
public record TextCase(JsonNode json) {
  private static final Path CORPUS = Path.of("app/src/test/resources/corpus/text.jsonl");
  private static final int MARGIN = 10;

  /** Every case. */
  public static List<TextCase> all() {
    JsonMapper mapper = new JsonMapper();
    try (Stream<String> lines = Files.lines(CORPUS)) {
      return lines.map(line -> new TextCase(read(mapper, line))).toList();
    } catch (IOException missing) {
      throw new java.io.UncheckedIOException(missing);
    }
  }

  private static JsonNode read(JsonMapper mapper, String line) {
    try {
      return mapper.readTree(line);
    } catch (IOException wrong) {
      throw new java.io.UncheckedIOException(wrong);
    }
  }

  /** The golden's name. */
  public String id() {
    return json.path("id").asText();
  }

  public String text() {
    StringBuilder spans = new StringBuilder();
    json.path("spans").forEach(span -> spans.append(span.path("text").asText()));
    return json.has("spans") ? spans.toString() : json.path("text").asText();
  }

  /** The characters from left to right, where the case states them. */
  public Optional<String> visual() {
    return Optional.ofNullable(json.get("visual")).map(JsonNode::asText);
  }

  public Locale locale() {
    return Locale.forLanguageTag(json.path("locale").asText("en"));
  }

  public TextDirection direction() {
    return TextDirection.valueOf(json.path("direction").asText("auto").toUpperCase(Locale.ROOT));
  }

  public int width() {
    return json.path("width").asInt(420);
  }

  public int height() {
    return json.path("height").asInt(lines() == 1 ? 70 : 40 + 44 * lines());
  }

  private int lines() {
    return json.path("lines").asInt(1);
  }

  /** The text as a layer of its own. */
  public Node node() {
    Box box = new Box(MARGIN, MARGIN, width() - 2 * MARGIN, height() - 2 * MARGIN);
    return new Node.Text(
        0,
        new Placement(box, 1, json.path("rotate").asDouble(0)),
        style(),
        List.of(new Node.Rung(0, text(), spans())));
  }

  /** The looks of the text's parts, where the case states them. */
  private List<Node.Span> spans() {
    List<Node.Span> spans = new ArrayList<>();
    int end = 0;
    for (JsonNode span : json.path("spans")) {
      end += span.path("text").asText().length();
      Rgba color = Rgba.parse(span.path("color").asText("#1c2333")).orElseThrow();
      int weight = span.path("weight").asInt(json.path("weight").asInt(400));
      double scale = span.path("size").asDouble(size()) / size();
      spans.add(new Node.Span(end, new SpanStyle(weight, color, scale)));
    }
    return spans;
  }

  private double size() {
    return json.path("size").asDouble(36);
  }

  public TextStyle style() {
    return new TextStyle(
        json.path("font").asText("Inter"),
        json.path("weight").asInt(400),
        size(),
        json.path("minSize").asDouble(10),
        lines(),
        1.25,
        json.path("letterSpacing").asDouble(0),
        Alignment.START,
        VerticalAlignment.MIDDLE,
        new Rgba(0xff1c2333),
        json.path("shadow").asBoolean()
            ? Optional.of(new TextStyle.Shadow(3, 5, 6, new Rgba(0x99000000)))
            : Optional.empty(),
        Optional.empty(),
        new TextFlow(
            direction(),
            json.path("wrap").asText().equals("balance") ? TextWrap.BALANCE : TextWrap.AUTO,
            json.path("numerals").asText().equals("tabular") ? Numerals.TABULAR : Numerals.NORMAL));
  }

  @Override
  public String toString() {
    return id();
  }
}
