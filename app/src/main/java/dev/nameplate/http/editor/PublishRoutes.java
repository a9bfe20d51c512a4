package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.edit.DraftState;
import dev.nameplate.edit.DraftStore;
import dev.nameplate.edit.Drafts;
import dev.nameplate.edit.Published;
import dev.nameplate.edit.Publisher;
import dev.nameplate.edit.Review;
import dev.nameplate.edit.Reviewer;
import dev.nameplate.edit.text.JsonText;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.preflight.Finding;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.library.PublishResult;
import dev.nameplate.template.parse.ParseResult;
import io.javalin.config.RoutesConfig;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what publishing would change, publishes, and goes back. */
final class PublishRoutes {
  private static final Logger log = LoggerFactory.getLogger(PublishRoutes.class);

  private final Drafts drafts;
  private final Reviewer reviewer;
  private final Publisher publisher;
  private final StateJson states;
  private final DraftRoutes draftRoutes;
  private final Executor onward;
  private final boolean readOnly;
  private final EditorParts parts;

  /**
   * @param readOnly whether nothing is written
   * @param onward runs what follows a review
   */
  PublishRoutes(
      EditorParts parts,
      StateJson states,
      DraftRoutes draftRoutes,
      boolean readOnly,
      Executor onward) {
    this.parts = parts;
    this.drafts = parts.drafts();
    this.reviewer = parts.reviewer();
    this.publisher = parts.publisher();
    this.states = states;
    this.draftRoutes = draftRoutes;
    this.readOnly = readOnly;
    this.onward = onward;
  }

  void addTo(RoutesConfig routes, EditorHandlers handlers) {
    routes.post("/t/<id>/edit/review", handlers.later(this::review));
    routes.post("/t/<id>/edit/publish", handlers.later(this::publish));
    routes.post("/t/<id>/edit/restore", handlers.now(this::restore));
  }

  private CompletableFuture<HttpResponse> review(EditorCall call) {
    DraftState state = current(call);
    return reviewer
        .review(state, template(state))
        .thenApplyAsync(
            review -> EditorHandlers.json(200, EditorJson.review(review), Map.of()), onward);
  }

  /** The stored draft, which is the one that the caller knows. */
  private DraftState current(EditorCall call) {
    String expected = call.ifMatch();
    DraftState state = call.state(drafts);
    if (!state.draft().etag().equals(expected)) {
      throw draftRoutes.conflict(
          state, state.json().orElseGet(() -> new JsonText("{}", EditorJson.object())));
    }
    return state;
  }

  private Template template(DraftState state) {
    ParseResult result = parts.pictures().reader().read(state.assetsOf(), state.draft().text());
    if (result instanceof ParseResult.Usable usable) {
      return usable.template();
    }
    throw OrderReader.faulty(((ParseResult.Faulty) result).faults(), state.draft().text());
  }

  private CompletableFuture<HttpResponse> publish(EditorCall call) {
    ObjectNode body = call.json();
    DraftState state = current(call);
    String as = body.path("as").asText("template");
    if (as.equals("patch")) {
      return CompletableFuture.completedFuture(Downloads.patch(state, Reviewer.patch(state)));
    }
    Template template = template(state);
    if (as.equals("files")) {
      return CompletableFuture.completedFuture(Downloads.zip(state, publisher.files(state)));
    }
    if (!as.equals("template")) {
      throw new EditorException(EditorCode.INVALID_VALUE, "as is 'template', 'files' or 'patch'");
    }
    checkMayWrite();
    checkReviewed(body, state.id(), state.published(), state.json());
    if (state.isPublished()) {
      return CompletableFuture.completedFuture(write(state)); // Nothing changes for recipients.
    }
    return reviewer
        .review(state, template)
        .thenApplyAsync(
            review -> {
              checkAccepted(review, accepted(body));
              return write(state);
            },
            onward);
  }

  private void checkMayWrite() {
    if (readOnly) {
      throw new EditorException(
          EditorCode.READ_ONLY,
          "version control owns the templates (NAMEPLATE_EDITOR_READ_ONLY): take the files or the"
              + " patch");
    }
  }

  /** The file must be the one that the caller has seen. */
  private void checkReviewed(
      ObjectNode body, TemplateId id, Optional<Published> published, Optional<JsonText> mine) {
    Optional<String> seen = Optional.ofNullable(body.path("published").textValue());
    if (!seen.equals(published.map(Published::tag))) {
      throw changed(id, published, mine);
    }
  }

  private EditorException changed(
      TemplateId id, Optional<Published> published, Optional<JsonText> mine) {
    ObjectNode more = EditorJson.object();
    more.set("published", states.published(id, published));
    Optional<JsonText> theirs = published.flatMap(Published::json);
    if (mine.isPresent() && theirs.isPresent()) {
      more.set("differences", EditorJson.differences(mine.get().root(), theirs.get().root()));
    }
    return new EditorException(
        EditorCode.TEMPLATE_CHANGED,
        "the file was changed since the review: review again, then publish over it",
        more);
  }

  private static Set<String> accepted(ObjectNode body) {
    Set<String> accepted = new HashSet<>();
    for (JsonNode name : body.path("accept")) {
      accepted.add(name.asText());
    }
    return accepted;
  }

  private static void checkAccepted(Review review, Set<String> accepted) {
    List<Finding> open =
        review.findings().stream().filter(each -> !accepted.contains(each.name())).toList();
    if (!open.isEmpty()) {
      ObjectNode more = EditorJson.object();
      more.set("findings", EditorJson.findings(open));
      throw new EditorException(EditorCode.FINDINGS, "fix them, or accept each by its name", more);
    }
  }

  private HttpResponse write(DraftState state) {
    PublishResult result = written(() -> publisher.publish(state));
    DraftState after = answered(state.id(), result, state.json());
    if (state.draft().revision() > 0) {
      DraftStore.Result gone = drafts.discard(state.id(), state.draft().etag());
      after = gone instanceof DraftStore.Result.Done ? reread(state.id()) : after;
    }
    return published((PublishResult.Published) result, after);
  }

  private HttpResponse restore(EditorCall call) {
    checkMayWrite();
    ObjectNode body = call.json();
    int version = body.path("version").asInt(0);
    Published published = drafts.published(call.id()).orElseThrow(EditorCall::unknown);
    checkReviewed(body, call.id(), Optional.of(published), published.json());
    PublishResult result =
        written(() -> publisher.restore(call.id(), version, published))
            .orElseThrow(
                () ->
                    new EditorException(EditorCode.UNKNOWN_VERSION, "choose one of the versions"));
    DraftState after = answered(call.id(), result, published.json());
    return published((PublishResult.Published) result, after);
  }

  private static <T> T written(Supplier<T> work) {
    try {
      return work.get();
    } catch (UncheckedIOException refused) {
      log.warn("a template cannot be published: {}", refused.getClass().getName());
      throw new EditorException(
          EditorCode.NOT_PUBLISHED,
          "the old template is whole: make the folder of templates writable, free space, then"
              + " publish again");
    }
  }

  /** The state after publishing; throws what a result that is none means. */
  private DraftState answered(TemplateId id, PublishResult result, Optional<JsonText> mine) {
    if (result instanceof PublishResult.Faulty faulty) {
      throw OrderReader.faulty(faulty.faults(), mine.map(JsonText::text).orElse(""));
    }
    if (result instanceof PublishResult.Conflict) {
      throw changed(id, drafts.published(id), mine);
    }
    return reread(id);
  }

  private DraftState reread(TemplateId id) {
    return drafts.find(id).orElseThrow(EditorCall::unknown);
  }

  private HttpResponse published(PublishResult.Published result, DraftState state) {
    ObjectNode node = states.all(state);
    node.put("version", result.version());
    node.put("added", result.added());
    return EditorHandlers.json(200, node, Map.of("ETag", state.draft().etag()));
  }
}
