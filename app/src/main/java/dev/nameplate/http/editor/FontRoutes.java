package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.edit.DraftFonts;
import dev.nameplate.edit.DraftState;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.font.TemplateFont;
import dev.nameplate.text.font.ScriptCoverage;
import io.javalin.config.RoutesConfig;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds fonts to a template, and says which letters of some texts they have. */
final class FontRoutes {
  private static final Logger log = LoggerFactory.getLogger(FontRoutes.class);

  /** How many texts are compared with a font's letters. */
  private static final int MOST_TEXTS = 2000;

  private static final int LONGEST_TEXT = 500;

  private final EditorParts parts;
  private final boolean readOnly;

  /**
   * @param readOnly whether nothing is written
   */
  FontRoutes(EditorParts parts, boolean readOnly) {
    this.parts = parts;
    this.readOnly = readOnly;
  }

  void addTo(RoutesConfig routes, EditorHandlers handlers) {
    routes.post("/t/<id>/edit/fonts", handlers.now(this::add));
    routes.post("/t/<id>/edit/letters", handlers.now(this::letters));
  }

  private HttpResponse add(EditorCall call) {
    DraftState state = call.state(parts.drafts());
    ObjectNode body = call.json();
    if (readOnly) {
      throw new EditorException(
          EditorCode.READ_ONLY,
          "version control owns the templates (NAMEPLATE_EDITOR_READ_ONLY): put the file into the"
              + " template's fonts there, with its license beside it");
    }
    DraftFonts.Result result =
        added(state, body.path("name").asText(""), data(body), body.path("license").asText(""));
    if (result instanceof DraftFonts.Result.Refused refused) {
      throw new EditorException(EditorCode.INVALID_FONT, refused.why());
    }
    TemplateFont font = ((DraftFonts.Result.Added) result).font();
    ObjectNode node = EditorJson.object();
    node.put("path", font.path());
    node.put("family", font.family());
    node.put("weight", font.weight());
    node.set("fonts", choices(parts.fonts(), state.id()));
    node.set("ownFonts", list(parts.fonts(), state.id()));
    return EditorHandlers.json(201, node, Map.of());
  }

  private DraftFonts.Result added(DraftState state, String name, byte[] file, String license) {
    try {
      return parts.fonts().add(state, name, file, license);
    } catch (UncheckedIOException refused) {
      log.warn("a font cannot be written: {}", refused.getClass().getName());
      throw new EditorException(
          EditorCode.NOT_PUBLISHED,
          "the folder of templates cannot be written: make it writable or free space");
    }
  }

  private static byte[] data(ObjectNode body) {
    try {
      return Base64.getDecoder().decode(body.path("data").asText(""));
    } catch (IllegalArgumentException wrong) {
      throw new EditorException(EditorCode.INVALID_VALUE, "data is the file in base64");
    }
  }

  /** For each of the template's families which letters of the texts it has. */
  private HttpResponse letters(EditorCall call) {
    DraftState state = call.state(parts.drafts());
    List<String> texts = new ArrayList<>();
    for (JsonNode text : call.json().path("texts")) {
      if (texts.size() < MOST_TEXTS) {
        String whole = text.asText();
        texts.add(whole.substring(0, Math.min(LONGEST_TEXT, whole.length())));
      }
    }
    ObjectNode node = EditorJson.object();
    ObjectNode families = node.putObject("families");
    TemplateId id = state.assetsOf();
    new TreeSet<>(parts.fonts().usable(id).list().stream().map(TemplateFont::family).toList())
        .forEach(
            family -> families.set(family, scripts(parts.fonts().coverage(id, family, texts))));
    return EditorHandlers.json(200, node, Map.of());
  }

  private static ArrayNode scripts(List<ScriptCoverage> coverage) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    for (ScriptCoverage script : coverage) {
      ObjectNode node = nodes.addObject();
      node.put("script", script.script());
      node.put("letters", script.letters());
      node.put("lacking", script.lacking());
      script.missing().forEach(node.putArray("missing")::add);
    }
    return nodes;
  }

  /** The families that a template's texts can be set in. */
  static ArrayNode choices(DraftFonts fonts, TemplateId id) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    for (DraftFonts.Choice choice : fonts.choices(id)) {
      ObjectNode node = nodes.addObject();
      node.put("family", choice.family());
      choice.weights().forEach(node.putArray("weights")::add);
      node.put("own", choice.own());
    }
    return nodes;
  }

  /** The fonts of a template's own. */
  static ArrayNode list(DraftFonts fonts, TemplateId id) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    for (TemplateFont font : fonts.usable(id).list()) {
      ObjectNode node = nodes.addObject();
      node.put("path", font.path());
      node.put("license", font.license());
      node.put("family", font.family());
      node.put("weight", font.weight());
      node.put("bytes", font.bytes());
    }
    return nodes;
  }
}
