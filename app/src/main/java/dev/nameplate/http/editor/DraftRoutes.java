package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.edit.Draft;
import dev.nameplate.edit.DraftState;
import dev.nameplate.edit.DraftStore;
import dev.nameplate.edit.Drafts;
import dev.nameplate.edit.SaveResult;
import dev.nameplate.edit.text.JsonText;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import io.javalin.config.RoutesConfig;
import java.util.Map;

/** Reads, saves and throws away drafts. */
final class DraftRoutes {
  private static final String PATH = "/t/<id>/edit/draft";
  private static final String ETAG = "ETag";

  private final Drafts drafts;
  private final StateJson states;

  DraftRoutes(Drafts drafts, StateJson states) {
    this.drafts = drafts;
    this.states = states;
  }

  void addTo(RoutesConfig routes, EditorHandlers handlers) {
    routes.get(PATH, handlers.now(this::get));
    routes.put(PATH, handlers.now(this::put));
    routes.put("/t/<id>/edit/samples", handlers.now(this::samples));
    routes.delete(PATH, handlers.now(this::delete));
  }

  private HttpResponse get(EditorCall call) {
    DraftState state = call.state(drafts);
    return EditorHandlers.json(200, states.all(state), Map.of(ETAG, state.draft().etag()));
  }

  private HttpResponse put(EditorCall call) {
    String expected = call.ifMatch();
    SaveResult result = drafts.save(call.id(), call.body(), expected);
    if (result instanceof SaveResult.Saved saved) {
      DraftState state = saved.state();
      ObjectNode node = EditorJson.object();
      ObjectNode draft = node.putObject("draft").setAll(states.draft(state));
      draft.remove("json"); // The browser has just sent it.
      node.set("edgeCases", states.edgeCases(state));
      return EditorHandlers.json(200, node, Map.of(ETAG, state.draft().etag()));
    }
    throw refused(result);
  }

  private HttpResponse samples(EditorCall call) {
    String expected = call.ifMatch();
    SaveResult result = drafts.saveSamples(call.id(), call.body(), expected);
    if (result instanceof SaveResult.Saved saved) {
      DraftState state = saved.state();
      ObjectNode node = EditorJson.object();
      ObjectNode draft = node.putObject("draft").setAll(states.draft(state));
      draft.remove("json");
      node.set("samples", EditorJson.samples(states.samples(state)));
      node.set("edgeCases", states.edgeCases(state));
      return EditorHandlers.json(200, node, Map.of(ETAG, state.draft().etag()));
    }
    if (result instanceof SaveResult.Malformed malformed) {
      throw new EditorException(EditorCode.INVALID_SAMPLES, malformed.problem());
    }
    throw refused(result);
  }

  private EditorException refused(SaveResult result) {
    if (result instanceof SaveResult.Conflict conflict) {
      return conflict(conflict.theirs(), conflict.mine());
    }
    if (result instanceof SaveResult.Malformed malformed) {
      return EditorJson.malformed(malformed.place(), malformed.problem());
    }
    if (result instanceof SaveResult.TooLarge large) {
      return new EditorException(
          EditorCode.DRAFT_TOO_LARGE,
          "the draft has "
              + large.given()
              + "; allowed: "
              + large.allowed()
              + ". Remove layers, or make two templates of it");
    }
    return result instanceof SaveResult.Unknown ? EditorCall.unknown() : notSaved();
  }

  /** The refusal of a save that was made from another draft than the one that is stored. */
  EditorException conflict(DraftState theirs, JsonText mine) {
    ObjectNode more = EditorJson.object();
    more.set("theirs", states.draft(theirs));
    theirs
        .json()
        .ifPresent(
            json -> more.set("differences", EditorJson.differences(mine.root(), json.root())));
    return new EditorException(
        EditorCode.DRAFT_CONFLICT, "take theirs, or save yours over it with their ETag", more);
  }

  private static EditorException notSaved() {
    return new EditorException(
        EditorCode.NOT_SAVED,
        "the work folder is full, read-only or missing: free space or set NAMEPLATE_WORK, the"
            + " browser keeps the draft meanwhile");
  }

  private HttpResponse delete(EditorCall call) {
    String expected = call.ifMatch();
    DraftState state = call.state(drafts);
    DraftStore.Result result = drafts.discard(call.id(), expected);
    if (result instanceof DraftStore.Result.Done) {
      return HttpResponse.empty(204, Map.of("Cache-Control", CachePolicy.NO_STORE));
    }
    if (result instanceof DraftStore.Result.Refused) {
      throw notSaved();
    }
    ObjectNode more = EditorJson.object();
    Draft stored = ((DraftStore.Result.Conflict) result).stored().orElseGet(state::draft);
    more.set(
        "theirs",
        states.draft(new DraftState(state.id(), stored, state.published(), state.ownAssets())));
    throw new EditorException(
        EditorCode.DRAFT_CONFLICT,
        "look at what was saved, then throw it away with its ETag",
        more);
  }
}
