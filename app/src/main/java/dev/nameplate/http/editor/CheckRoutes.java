package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.batch.audit.WorstRows;
import dev.nameplate.edit.CaseView;
import dev.nameplate.edit.DraftChecks;
import dev.nameplate.edit.DraftState;
import dev.nameplate.edit.Drafts;
import dev.nameplate.edit.LayerBox;
import dev.nameplate.edit.PictureOrder;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.template.Sample;
import dev.nameplate.template.library.TemplateLibrary;
import io.javalin.config.RoutesConfig;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Looks at drafts with the data that nobody thinks of, and at the worst rows of lists. */
final class CheckRoutes {
  /** How many rows of a list are shown at most. */
  private static final int WORST = 8;

  /** The longest list, in bytes of UTF-8; whole campaigns are for the page of lists. */
  static final int MAX_LIST = 2 << 20;

  private final Drafts drafts;
  private final DraftChecks checks;
  private final OrderReader orders;
  private final TemplateLibrary templates;
  private final Executor onward;

  /**
   * @param onward runs what follows a drawing
   */
  CheckRoutes(EditorParts parts, Executor onward) {
    this.drafts = parts.drafts();
    this.checks = parts.checks();
    this.templates = parts.templates();
    this.orders = new OrderReader(parts.pictures().reader(), templates);
    this.onward = onward;
  }

  void addTo(RoutesConfig routes, EditorHandlers handlers) {
    routes.post("/t/<id>/edit/case", handlers.later(this::one));
    routes.post("/t/<id>/edit/findings", handlers.later(this::findings));
    routes.post("/t/<id>/edit/worst", handlers.later(this::worst));
  }

  /** What an order asks to look at. */
  static DraftChecks.Look look(ObjectNode body, PictureOrder order, List<Sample> samples) {
    return new DraftChecks.Look(
        body.path("tab").asText(""), body.path("run").asText(""), order.template(), samples);
  }

  private List<Sample> samples(DraftState state) {
    return state.samples(templates);
  }

  private CompletableFuture<HttpResponse> one(EditorCall call) {
    DraftState state = call.state(drafts);
    ObjectNode body = call.json();
    PictureOrder order = orders.read(body, state);
    Sample sample =
        new Sample(body.path("name").asText(""), order.sample().values(), order.sample().at());
    return checks
        .look(look(body, order, samples(state)), sample)
        .thenApplyAsync(view -> EditorHandlers.json(200, json(view), Map.of()), onward);
  }

  private static ObjectNode json(CaseView view) {
    ObjectNode node = EditorJson.object();
    node.put("name", view.sample().name());
    view.picture()
        .map(file -> Base64.getEncoder().encodeToString(file.toByteArray()))
        .ifPresent(text -> node.put("picture", text));
    node.put("alt", view.alt().orElse(null));
    node.put("standard", view.placed().fields().standard());
    ArrayNode words = node.putArray("words");
    view.summary().fields().forEach(line -> words.addObject().put("words", line).put("bad", false));
    view.summary()
        .texts()
        .forEach(line -> words.addObject().put("words", line.words()).put("bad", line.bad()));
    view.placed()
        .fields()
        .failedFetches()
        .forEach(
            (name, failed) ->
                words
                    .addObject()
                    .put("words", name + ": the picture could not be had, " + failed.why())
                    .put("bad", true));
    node.set("findings", EditorJson.findings(view.findings()));
    node.set("fields", EditorJson.fields(view.placed().fields().byName()));
    texts(view.placed().boxes(), node.putArray("texts"));
    return node;
  }

  /** Which wording each text has, at which size, and whether it is cut. */
  private static void texts(List<LayerBox> boxes, ArrayNode nodes) {
    for (LayerBox box : boxes) {
      box.frame()
          .flatMap(LayerBox.LayerFrame::text)
          .ifPresent(
              text ->
                  nodes
                      .addObject()
                      .put("path", box.path())
                      .put("wording", text.wording())
                      .put("size", Math.round(text.size() * 10) / 10.0)
                      .put("cut", text.cut()));
      texts(box.children(), nodes);
    }
  }

  private CompletableFuture<HttpResponse> findings(EditorCall call) {
    DraftState state = call.state(drafts);
    ObjectNode body = call.json();
    PictureOrder order = orders.read(body, state);
    return checks
        .findings(look(body, order, samples(state)))
        .thenApplyAsync(
            found -> {
              ObjectNode node = EditorJson.object();
              node.set("findings", EditorJson.findings(found));
              return EditorHandlers.json(200, node, Map.of());
            },
            onward);
  }

  private CompletableFuture<HttpResponse> worst(EditorCall call) {
    DraftState state = call.state(drafts);
    ObjectNode body = call.json();
    PictureOrder order = orders.read(body, state);
    byte[] list = body.path("list").asText("").getBytes(StandardCharsets.UTF_8);
    if (list.length > MAX_LIST) {
      throw new EditorException(
          EditorCode.BODY_TOO_LARGE,
          "the list has "
              + list.length
              + " bytes; allowed: at most "
              + MAX_LIST
              + ". Paste some thousand rows of it, or audit all of it on the template's page");
    }
    return checks
        .worst(look(body, order, List.of()), list, WORST)
        .thenApplyAsync(rows -> EditorHandlers.json(200, json(rows), Map.of()), onward);
  }

  private static ObjectNode json(WorstRows rows) {
    ObjectNode node = EditorJson.object();
    node.put("rows", rows.rows());
    rows.columns().forEach(node.putArray("columns")::add);
    node.set("worst", EditorJson.samples(rows.worst()));
    return node;
  }
}
