package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.edit.DraftState;
import dev.nameplate.edit.DraftStore;
import dev.nameplate.edit.Drafts;
import dev.nameplate.edit.NewTemplate;
import dev.nameplate.edit.Published;
import dev.nameplate.edit.text.JsonText;
import dev.nameplate.geometry.Size;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.template.TemplateId;
import io.javalin.config.RoutesConfig;
import java.util.Map;
import java.util.Optional;

/** Begins templates: only a draft is made, no file among the templates. */
final class NewRoute {
  private static final int MAX_SIDE = 4096;
  private static final int MOST_TRIES = 1000;

  private final Drafts drafts;

  NewRoute(Drafts drafts) {
    this.drafts = drafts;
  }

  void addTo(RoutesConfig routes, EditorHandlers handlers) {
    routes.post("/new", handlers.now(this::create));
  }

  private HttpResponse create(EditorCall call) {
    ObjectNode body = call.json();
    String name = name(body);
    TemplateId id = id(body, name);
    if (!call.session().allowsTemplate(id.text())) {
      throw new EditorException(
          EditorCode.TEMPLATE_NOT_ALLOWED, "choose an id that the token's templates include");
    }
    if (drafts.isTaken(id)) {
      throw taken(id);
    }
    Optional<DraftState> from = from(body, call.session());
    JsonNode root =
        from.flatMap(state -> state.published().flatMap(Published::json))
            .map(JsonText::root)
            .map(template -> NewTemplate.copy(id, name, template))
            .orElseGet(() -> NewTemplate.blank(id, name, size(body)));
    DraftStore.Result result = drafts.create(id, from, root);
    if (result instanceof DraftStore.Result.Conflict) {
      throw taken(id);
    }
    if (result instanceof DraftStore.Result.Refused) {
      throw new EditorException(
          EditorCode.NOT_SAVED,
          "the work folder is full, read-only or missing: free space or set NAMEPLATE_WORK");
    }
    String edit = "/t/" + id + "/edit";
    ObjectNode node = EditorJson.object();
    node.put("id", id.text());
    node.put("edit", edit);
    return EditorHandlers.json(201, node, Map.of("Location", edit));
  }

  private static String name(ObjectNode body) {
    String name = body.path("name").asText("").strip();
    if (name.isEmpty() || name.length() > NewTemplate.MAX_NAME) {
      throw new EditorException(
          EditorCode.INVALID_NAME, "a name has 1 to " + NewTemplate.MAX_NAME + " characters");
    }
    return name;
  }

  private static TemplateId id(ObjectNode body, String name) {
    String text = body.hasNonNull("id") ? body.path("id").asText() : NewTemplate.idOf(name);
    Optional<String> reserved = TemplateId.reservedSegment(text);
    if (reserved.isPresent()) {
      throw new EditorException(
          EditorCode.INVALID_ID,
          "'" + reserved.get() + "' has a meaning of its own in addresses: choose another");
    }
    return TemplateId.parse(text)
        .filter(id -> text.length() <= NewTemplate.MAX_ID)
        .orElseThrow(
            () ->
                new EditorException(
                    EditorCode.INVALID_ID,
                    "allowed: "
                        + TemplateId.RULE
                        + ", at most "
                        + NewTemplate.MAX_ID
                        + " characters"));
  }

  private EditorException taken(TemplateId id) {
    ObjectNode more = EditorJson.object();
    for (int at = 2; at < MOST_TRIES; at++) {
      Optional<TemplateId> free = TemplateId.parse(id + "-" + at);
      if (free.isPresent() && !drafts.isTaken(free.get())) {
        more.put("free", free.get().text());
        break;
      }
    }
    return new EditorException(EditorCode.ID_TAKEN, "choose another id, or open that one", more);
  }

  private Optional<DraftState> from(ObjectNode body, Session session) {
    if (!body.hasNonNull("from")) {
      return Optional.empty();
    }
    return Optional.of(
        TemplateId.parse(body.path("from").asText())
            .filter(id -> session.allowsTemplate(id.text()))
            .flatMap(drafts::find)
            .filter(state -> state.published().flatMap(Published::json).isPresent())
            .orElseThrow(EditorCall::unknown));
  }

  private static Size size(ObjectNode body) {
    Optional<NewSize> named = NewSize.ofKey(body.path("size").asText(""));
    if (named.isPresent()) {
      return named.get().size();
    }
    int width = body.path("width").asInt(0);
    int height = body.path("height").asInt(0);
    boolean whole = body.path("width").isIntegralNumber() && body.path("height").isIntegralNumber();
    if (!whole
        || width < 1
        || height < 1
        || width > MAX_SIDE
        || height > MAX_SIDE
        || (long) width * height > 8_388_608) {
      throw new EditorException(
          EditorCode.INVALID_SIZE,
          "choose one of the sizes, or width and height from 1 to 4096, at most 8388608 pixels");
    }
    return new Size(width, height);
  }
}
