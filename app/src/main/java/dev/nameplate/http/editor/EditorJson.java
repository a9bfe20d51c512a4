package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.edit.LayerBox;
import dev.nameplate.edit.Review;
import dev.nameplate.edit.text.Difference;
import dev.nameplate.edit.text.JsonText;
import dev.nameplate.edit.text.TextPlace;
import dev.nameplate.geometry.Box;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.preflight.Finding;
import dev.nameplate.preflight.RenderCase;
import dev.nameplate.template.Sample;
import dev.nameplate.template.fault.TemplateFault;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON that the editor's scripts read; {@code app/docs/editor-api.md} describes it. */
final class EditorJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private EditorJson() {}

  static ObjectNode object() {
    return NODES.objectNode();
  }

  /** The refusal of a body or draft that is no JSON. */
  static EditorException malformed(Optional<TextPlace> place, String problem) {
    ObjectNode more = object();
    more.put("line", place.map(TextPlace::line).orElse(0));
    more.put("column", place.map(TextPlace::column).orElse(0));
    return new EditorException(EditorCode.MALFORMED_JSON, problem, more);
  }

  static ObjectNode session(EditorMode mode, Session session) {
    ObjectNode node = object();
    node.put("mode", mode.label());
    node.put("subject", session.grant().map(grant -> grant.subject()).orElse(null));
    node.put("expires", session.expires().map(Instant::toString).orElse(null));
    return node;
  }

  /**
   * Faults with their places.
   *
   * @param text in which they are; empty where it is no JSON
   */
  static ArrayNode faults(List<TemplateFault> faults, Optional<JsonText> text) {
    Collection<String> paths = faults.stream().map(TemplateFault::path).toList();
    Map<String, TextPlace> places = text.map(json -> json.places(paths)).orElse(Map.of());
    ArrayNode nodes = NODES.arrayNode();
    for (TemplateFault fault : faults) {
      Optional<TextPlace> place = Optional.ofNullable(places.get(fault.path()));
      nodes.add(fault(fault.path(), place, fault.found(), fault.allowed()));
    }
    return nodes;
  }

  /** The fault of a text that is no JSON object. */
  static ArrayNode noJson(Optional<TextPlace> place, String problem) {
    return NODES.arrayNode().add(fault("$", place, problem, "a JSON object, { … }"));
  }

  private static ObjectNode fault(
      String path, Optional<TextPlace> place, String found, String allowed) {
    ObjectNode node = object();
    node.put("path", path);
    node.put("line", place.map(TextPlace::line).orElse(0));
    node.put("column", place.map(TextPlace::column).orElse(0));
    node.put("found", found);
    node.put("allowed", allowed);
    node.put("message", path + ": found " + found + "; allowed: " + allowed);
    return node;
  }

  static ArrayNode samples(List<Sample> samples) {
    ArrayNode nodes = NODES.arrayNode();
    samples.forEach(sample -> nodes.add(sample("name", sample)));
    return nodes;
  }

  private static ObjectNode sample(String nameKey, Sample sample) {
    ObjectNode node = object();
    node.put(nameKey, sample.name());
    ObjectNode values = node.putObject("values");
    sample.values().forEach(values::put);
    node.put("at", sample.at().map(Instant::toString).orElse(null));
    return node;
  }

  static ArrayNode differences(JsonNode mine, JsonNode theirs) {
    ArrayNode nodes = NODES.arrayNode();
    for (Difference difference : Difference.of(mine, theirs)) {
      ObjectNode node = nodes.addObject();
      node.put("path", difference.path());
      difference.mine().ifPresent(value -> node.set("mine", value));
      difference.theirs().ifPresent(value -> node.set("theirs", value));
    }
    return nodes;
  }

  static ArrayNode findings(List<Finding> findings) {
    ArrayNode nodes = NODES.arrayNode();
    for (Finding finding : findings) {
      ObjectNode node = nodes.addObject();
      node.put("name", finding.name());
      node.put("code", finding.code().label());
      node.put("meaning", finding.code().meaning());
      node.put("path", finding.path());
      Optional<Sample> data = finding.renderCase().map(RenderCase::data);
      node.put("case", data.map(Sample::name).orElse(null));
      ObjectNode values = node.putObject("values");
      data.ifPresent(sample -> sample.values().forEach(values::put));
      node.put("what", finding.what());
      node.set("box", finding.spot().<JsonNode>map(EditorJson::box).orElse(NODES.nullNode()));
    }
    return nodes;
  }

  static ObjectNode review(Review review) {
    ObjectNode node = object();
    node.put("etag", review.etag());
    node.put("published", review.published().orElse(null));
    node.put("identical", review.patch().isEmpty());
    node.set("findings", findings(review.findings()));
    ArrayNode changes = node.putArray("changes");
    for (Review.Change change : review.changes()) {
      ObjectNode each = sample("case", change.sample());
      each.put("share", change.share());
      each.set("changed", box(change.changed()));
      changes.add(each);
    }
    node.put("unchanged", review.unchanged());
    node.put("patch", review.patch());
    return node;
  }

  static ObjectNode box(Box box) {
    ObjectNode node = object();
    node.put("x", rounded(box.x()));
    node.put("y", rounded(box.y()));
    node.put("width", rounded(box.width()));
    node.put("height", rounded(box.height()));
    return node;
  }

  /** Thousandths of a pixel are as fine as anything is drawn. */
  private static double rounded(double length) {
    return Math.round(length * 1000) / 1000.0;
  }

  static ArrayNode layers(List<LayerBox> layers) {
    ArrayNode nodes = NODES.arrayNode();
    for (LayerBox layer : layers) {
      ObjectNode node = nodes.addObject();
      node.put("path", layer.path());
      node.put("index", layer.index());
      node.put("type", layer.type());
      node.put("name", layer.name());
      node.put("visible", layer.frame().isPresent());
      layer.frame().ifPresent(frame -> frame(node, frame));
      node.set("children", layers(layer.children()));
    }
    return nodes;
  }

  private static void frame(ObjectNode node, LayerBox.LayerFrame frame) {
    node.set("box", box(frame.box()));
    node.put("rotate", frame.rotate());
    node.set("bounds", box(frame.bounds()));
    frame.text().ifPresent(text -> node.set("text", text(text)));
  }

  private static ObjectNode text(LayerBox.SetText text) {
    ObjectNode node = object();
    node.put("wording", text.wording());
    node.put("size", rounded(text.size()));
    node.put("cut", text.cut());
    ArrayNode lines = node.putArray("lines");
    for (LayerBox.SetLine line : text.lines()) {
      ObjectNode each = lines.addObject();
      each.put("x", rounded(line.x()));
      each.put("baseline", rounded(line.baseline()));
      each.put("width", rounded(line.width()));
      each.set("ink", box(line.ink()));
    }
    return node;
  }

  static ObjectNode fields(Map<String, ResolvedField> fields) {
    ObjectNode node = object();
    fields.forEach(
        (name, field) -> {
          ObjectNode each = node.putObject(name);
          each.put("state", field.state().label());
          each.put("reason", field.reason().map(MissingReason::label).orElse(null));
          each.put("shown", field.value().map(FieldValue::shown).orElse(null));
        });
    return node;
  }
}
