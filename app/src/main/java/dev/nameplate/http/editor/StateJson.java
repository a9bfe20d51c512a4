package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.edit.Draft;
import dev.nameplate.edit.DraftReader;
import dev.nameplate.edit.DraftState;
import dev.nameplate.edit.Published;
import dev.nameplate.edit.Publisher;
import dev.nameplate.edit.text.JsonText;
import dev.nameplate.preflight.TestMatrix;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.template.parse.ParseResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The JSON of a template as it is being edited.
 *
 * @param reader reads drafts and published files for their faults
 * @param templates have samples and versions
 * @param publisher reads the texts of versions
 */
record StateJson(DraftReader reader, TemplateLibrary templates, Publisher publisher) {
  private static final int MOST_VERSIONS = 50;

  /** The draft, with its content. */
  ObjectNode draft(DraftState state) {
    ObjectNode node = EditorJson.object();
    node.put("etag", state.draft().etag());
    node.put("saved", state.draft().revision() > 0);
    node.put("savedAt", state.draft().savedAt().map(Instant::toString).orElse(null));
    node.set("json", value(state.json()));
    node.put("text", state.draft().text());
    node.set("faults", faults(state.assetsOf(), state.draft().text()));
    return node;
  }

  /** The published file; null where there is none. */
  JsonNode published(TemplateId id, Optional<Published> published) {
    if (published.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    ObjectNode node = EditorJson.object();
    node.put("etag", published.get().tag());
    node.set("json", value(published.get().json()));
    node.put("text", published.get().text());
    node.set("faults", faults(id, published.get().text()));
    return node;
  }

  private static JsonNode value(Optional<JsonText> json) {
    return json.map(JsonText::root).orElseGet(JsonNodeFactory.instance::nullNode);
  }

  private ArrayNode faults(TemplateId id, String text) {
    JsonText.Parsed parsed = JsonText.parse(text);
    if (parsed instanceof JsonText.Parsed.Broken broken) {
      return EditorJson.noJson(broken.place(), broken.problem());
    }
    return reader.read(id, text) instanceof ParseResult.Faulty faulty
        ? EditorJson.faults(faulty.faults(), Optional.of(((JsonText.Parsed.Usable) parsed).json()))
        : JsonNodeFactory.instance.arrayNode();
  }

  /** The draft as a template; empty where it has faults. */
  Optional<Template> template(DraftState state) {
    return reader.read(state.assetsOf(), state.draft().text()) instanceof ParseResult.Usable usable
        ? Optional.of(usable.template())
        : Optional.empty();
  }

  List<Sample> samples(DraftState state) {
    return state.samples(templates);
  }

  /** The edge cases of the draft; none where it has faults. */
  ArrayNode edgeCases(DraftState state) {
    return EditorJson.samples(
        template(state).map(found -> TestMatrix.of(found, samples(state))).orElse(List.of()));
  }

  /** The latest published versions in descending order, {@value #MOST_VERSIONS} at most. */
  ArrayNode versions(DraftState state) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    List<Integer> numbers = templates.versions(state.id().text());
    Optional<String> now = state.published().map(Published::tag);
    int last = Math.max(0, numbers.size() - MOST_VERSIONS);
    for (int at = numbers.size() - 1; at >= last; at--) {
      ObjectNode node = nodes.addObject();
      node.put("version", numbers.get(at));
      Optional<String> tag = publisher.text(state.id(), numbers.get(at)).map(Draft::publishedTag);
      node.put("current", now.isPresent() && now.equals(tag));
    }
    return nodes;
  }

  /** What the page begins with: the draft, the published file, samples, edge cases, versions. */
  ObjectNode all(DraftState state) {
    ObjectNode node = EditorJson.object();
    node.set("draft", draft(state));
    node.set("published", published(state.id(), state.published()));
    node.set("versions", versions(state));
    node.set("samples", EditorJson.samples(samples(state)));
    node.set("edgeCases", edgeCases(state));
    return node;
  }
}
