package dev.nameplate.http.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.pipeline.Explanation;
import dev.nameplate.serve.fault.Fault;

/** Writes explanations, and faults as problem details (RFC 9457), in JSON. */
public final class ExplanationJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ExplanationJson() {}

  /** The explanation in UTF-8, as {@code app/docs/url-format.md} describes it. */
  static byte[] of(Explanation explanation) {
    return bytes(node(explanation));
  }

  /**
   * Returns an explanation as a new JSON object, which the caller may change. Its members are
   * described in {@code app/docs/url-format.md}.
   */
  public static ObjectNode node(Explanation explanation) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("template", explanation.template());
    root.put("version", explanation.version().orElse(null));
    root.put("etag", explanation.etag());
    root.put("standard", explanation.fields().standard());
    root.put("alt", explanation.alt().orElse(null));
    ObjectNode fields = root.putObject("fields");
    explanation.fields().byName().forEach((name, field) -> put(fields.putObject(name), field));
    ArrayNode layers = root.putArray("layers");
    explanation.layers().forEach(layer -> put(layers.addObject(), layer));
    ArrayNode warnings = root.putArray("warnings");
    explanation.warnings().forEach(warnings::add);
    return root;
  }

  /**
   * The problem details of a fault in UTF-8.
   *
   * @param status as it is sent
   */
  static byte[] of(Fault fault, int status) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("type", "urn:nameplate:" + fault.kind());
    root.put("title", fault.title());
    root.put("status", status);
    root.put("detail", fault.detail());
    return bytes(root);
  }

  private static void put(ObjectNode node, ResolvedField field) {
    node.put("state", field.state().label());
    node.put("value", field.value().map(FieldValue::shown).orElse(null));
    node.put("reason", field.reason().map(MissingReason::label).orElse(null));
    node.put("arrived", field.arrived().orElse(null));
    node.put("detail", field.detail().orElse(null));
  }

  private static void put(ObjectNode node, Explanation.LayerNote layer) {
    node.put("index", layer.index());
    node.put("name", layer.name());
    node.put("type", layer.type());
    node.put("state", layer.drawn() ? "drawn" : "skipped");
    layer
        .text()
        .ifPresent(
            text -> {
              node.put("wording", text.wording());
              node.put("size", text.size());
              node.put("lines", text.lines());
              node.put("cut", text.cut());
            });
    if (layer.drawn()) {
      ArrayNode bounds = node.putArray("bounds");
      layer.bounds().forEach(bounds::add);
    }
    if (!layer.children().isEmpty()) {
      ArrayNode children = node.putArray("children");
      layer.children().forEach(child -> put(children.addObject(), child));
    }
  }

  private static byte[] bytes(ObjectNode root) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of texts and numbers can be written", impossible);
    }
  }
}
