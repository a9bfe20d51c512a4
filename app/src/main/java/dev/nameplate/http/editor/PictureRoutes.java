package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.edit.DraftChecks;
import dev.nameplate.edit.DraftPictures;
import dev.nameplate.edit.DraftState;
import dev.nameplate.edit.Drafts;
import dev.nameplate.edit.PictureOrder;
import dev.nameplate.encode.EncodedPicture;
import dev.nameplate.geometry.Scale;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateId;
import dev.nameplate.template.library.TemplateLibrary;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Draws drafts. */
final class PictureRoutes {
  private final Drafts drafts;
  private final DraftPictures pictures;
  private final DraftChecks checks;
  private final OrderReader orders;
  private final TemplateLibrary templates;
  private final Executor onward;

  /**
   * @param onward runs what follows a drawing
   */
  PictureRoutes(EditorParts parts, Executor onward) {
    this.drafts = parts.drafts();
    this.pictures = parts.pictures();
    this.checks = parts.checks();
    this.templates = parts.templates();
    this.orders = new OrderReader(pictures.reader(), templates);
    this.onward = onward;
  }

  void addTo(RoutesConfig routes, EditorHandlers handlers) {
    routes.post("/t/<id>/edit/picture", handlers.later(this::picture));
    routes.post("/t/<id>/edit/boxes", handlers.later(this::boxes));
    routes.get("/t/<id>/edit/thumbnail", handlers.later(this::thumbnail));
  }

  private CompletableFuture<HttpResponse> picture(EditorCall call) {
    long start = System.nanoTime();
    DraftState state = call.state(drafts);
    ObjectNode body = call.json();
    PictureOrder order = orders.read(body, state);
    if (body.hasNonNull("template")) {
      checks.drawn(CheckRoutes.look(body, order, List.of()));
    }
    return pictures.picture(order).thenApplyAsync(file -> png(file, start), onward);
  }

  private static HttpResponse png(EncodedPicture file, long start) {
    double millis = Math.round((System.nanoTime() - start) / 100_000.0) / 10.0;
    return HttpResponse.of(
        200,
        "image/png",
        file.toByteArray(),
        Map.of("Cache-Control", CachePolicy.NO_STORE, "Server-Timing", "picture;dur=" + millis));
  }

  private CompletableFuture<HttpResponse> boxes(EditorCall call) {
    DraftState state = call.state(drafts);
    PictureOrder order = orders.read(call.json(), state);
    return pictures
        .boxes(order)
        .thenApplyAsync(
            placed -> EditorHandlers.json(200, boxes(order.template(), placed), Map.of()), onward);
  }

  private static ObjectNode boxes(Template template, DraftPictures.Placed placed) {
    ObjectNode node = EditorJson.object();
    node.put("width", template.size().width());
    node.put("height", template.size().height());
    node.put("alt", placed.alt().orElse(null));
    node.put("standard", placed.fields().standard() && template.standard().isPresent());
    node.set("fields", EditorJson.fields(placed.fields().byName()));
    node.set("layers", EditorJson.layers(placed.boxes()));
    placed.warnings().forEach(node.putArray("warnings")::add);
    return node;
  }

  private CompletableFuture<HttpResponse> thumbnail(EditorCall call) {
    long start = System.nanoTime();
    TemplateId id = call.id();
    Template template = templates.find(id.text()).orElseThrow(EditorCall::unknown);
    List<Sample> samples = templates.samples(id.text());
    Sample sample = samples.isEmpty() ? new Sample("", Map.of()) : samples.get(0);
    PictureOrder order =
        new PictureOrder(template, sample, thumbnailScale(template), Optional.empty(), Set.of());
    return pictures.picture(order).thenApplyAsync(file -> png(file, start), onward);
  }

  private static Scale thumbnailScale(Template template) {
    return template.size().width() > 800 ? new Scale(50) : Scale.ONE;
  }
}
