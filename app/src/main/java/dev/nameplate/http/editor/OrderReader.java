package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.edit.Draft;
import dev.nameplate.edit.DraftReader;
import dev.nameplate.edit.DraftState;
import dev.nameplate.edit.PictureOrder;
import dev.nameplate.edit.Published;
import dev.nameplate.edit.text.JsonText;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.template.parse.ParseResult;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads orders for pictures of drafts.
 *
 * @param reader reads drafts as templates
 * @param templates have published versions
 */
record OrderReader(DraftReader reader, TemplateLibrary templates) {
  /** What the canvas may ask for; more than recipients may, for screens of any density. */
  static final List<Scale> SCALES =
      List.of(new Scale(50), Scale.ONE, new Scale(150), Scale.TWO, new Scale(300), new Scale(400));

  /**
   * The order in a body.
   *
   * @param state the template that the path names
   * @throws EditorException where it cannot be drawn
   */
  PictureOrder read(ObjectNode body, DraftState state) {
    PictureOrder order =
        new PictureOrder(
            template(body, state),
            new Sample("", values(body), at(body)),
            scale(body),
            body.hasNonNull("only") ? Optional.of(paths(body, "only")) : Optional.empty(),
            paths(body, "without"));
    if (order.pixels() > PictureOrder.MAX_PIXELS) {
      throw new EditorException(
          EditorCode.TOO_MANY_PIXELS,
          order.pixels()
              + " pixels; allowed: at most "
              + PictureOrder.MAX_PIXELS
              + ". Ask for a smaller scale");
    }
    return order;
  }

  private Template template(ObjectNode body, DraftState state) {
    if (body.hasNonNull("version")) {
      return version(body.path("version"), state);
    }
    String saved = body.path("saved").asText("");
    String text =
        switch (saved) {
          case "draft" -> state.draft().text();
          case "published" ->
              state.published().map(Published::text).orElseThrow(EditorCall::unknown);
          case "" -> posted(body);
          default ->
              throw new EditorException(
                  EditorCode.INVALID_VALUE, "saved is 'draft' or 'published'");
        };
    ParseResult result =
        reader.read(saved.equals("published") ? state.id() : state.assetsOf(), text);
    if (result instanceof ParseResult.Usable usable) {
      return usable.template();
    }
    return lastGood(saved, state)
        .orElseThrow(() -> faulty(((ParseResult.Faulty) result).faults(), text));
  }

  /** A published file that is broken now is drawn as recipients get it. */
  private Optional<Template> lastGood(String saved, DraftState state) {
    return saved.equals("published") ? templates.find(state.id().text()) : Optional.empty();
  }

  private static String posted(ObjectNode body) {
    JsonNode template = body.path("template");
    if (!template.isObject()) {
      throw new EditorException(
          EditorCode.INVALID_VALUE, "send the template as 'template', or what is 'saved'");
    }
    String text = template.toString();
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length > Draft.MAX_BYTES) {
      throw new EditorException(
          EditorCode.DRAFT_TOO_LARGE, length + " bytes; allowed: at most " + Draft.MAX_BYTES);
    }
    return text;
  }

  private Template version(JsonNode number, DraftState state) {
    return templates
        .find(state.id().text(), number.asInt(0))
        .template()
        .orElseThrow(
            () -> new EditorException(EditorCode.UNKNOWN_VERSION, "choose one of the versions"));
  }

  /** The refusal of a draft that cannot be drawn. */
  static EditorException faulty(List<TemplateFault> faults, String text) {
    ObjectNode more = EditorJson.object();
    Optional<JsonText> json =
        JsonText.parse(text) instanceof JsonText.Parsed.Usable usable
            ? Optional.of(usable.json())
            : Optional.empty();
    more.set("faults", EditorJson.faults(faults, json));
    return new EditorException(EditorCode.FAULTY_TEMPLATE, "fix what faults says", more);
  }

  private static Map<String, String> values(ObjectNode body) {
    JsonNode node = body.path("values");
    if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
      throw new EditorException(EditorCode.INVALID_VALUE, "values is an object of texts");
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (var value : node.properties()) {
      if (!value.getValue().isTextual() || !value.getKey().matches("[A-Za-z][A-Za-z0-9_-]{0,63}")) {
        throw new EditorException(
            EditorCode.INVALID_VALUE, "values has texts by the names of fields");
      }
      values.put(value.getKey(), value.getValue().textValue());
    }
    return values;
  }

  private static Optional<Instant> at(ObjectNode body) {
    try {
      return body.hasNonNull("at")
          ? Optional.of(Instant.parse(body.path("at").asText()))
          : Optional.empty();
    } catch (DateTimeException wrong) {
      throw new EditorException(EditorCode.INVALID_VALUE, "at is an instant, 2026-09-30T18:00:00Z");
    }
  }

  private static Scale scale(ObjectNode body) {
    if (!body.hasNonNull("scale")) {
      return Scale.ONE;
    }
    double factor = body.path("scale").asDouble(0);
    return SCALES.stream()
        .filter(scale -> Math.abs(scale.factor() - factor) < 0.001)
        .findFirst()
        .orElseThrow(
            () ->
                new EditorException(
                    EditorCode.INVALID_SCALE,
                    "allowed: "
                        + SCALES.stream().map(Scale::label).collect(Collectors.joining(", "))));
  }

  private static Set<String> paths(ObjectNode body, String key) {
    Set<String> paths = new HashSet<>();
    body.path(key).forEach(path -> paths.add(path.asText()));
    return paths;
  }
}
