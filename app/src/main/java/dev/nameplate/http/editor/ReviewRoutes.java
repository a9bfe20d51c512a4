package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.access.sign.ReviewLinks;
import dev.nameplate.edit.CaseView;
import dev.nameplate.edit.DraftChecks;
import dev.nameplate.edit.DraftState;
import dev.nameplate.edit.PictureOrder;
import dev.nameplate.geometry.Scale;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.preflight.Finding;
import dev.nameplate.preflight.RenderCase;
import dev.nameplate.preflight.RowSummary;
import dev.nameplate.preflight.TestMatrix;
import dev.nameplate.studio.ReviewView;
import dev.nameplate.studio.StudioHtml;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Links for the person who approves a draft: a page without scripts that shows it with samples and
 * edge cases, and changes nothing. Whoever has the link needs no session.
 */
final class ReviewRoutes {
  /** How many days a link may last at most. */
  private static final int MOST_DAYS = 30;

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final EditorParts parts;
  private final EditorParts.Reviewing reviewing;
  private final EditorAccess access;
  private final EditorFiles files;
  private final StateJson states;
  private final Executor onward;

  /**
   * @param onward runs what follows a drawing
   */
  ReviewRoutes(
      EditorParts parts,
      EditorAccess access,
      EditorFiles files,
      StateJson states,
      Executor onward) {
    this.parts = parts;
    this.reviewing = parts.reviewing();
    this.access = access;
    this.files = files;
    this.states = states;
    this.onward = onward;
  }

  void addTo(RoutesConfig routes, EditorHandlers handlers) {
    routes.post("/t/<id>/edit/link", handlers.now(this::link));
    if (access.mode() != EditorMode.OFF) {
      routes.get("/review/{link}/picture/{case}/<id>", context -> answer(context, this::picture));
      routes.get("/review/{link}/<id>", context -> answer(context, this::page));
    }
  }

  private HttpResponse link(EditorCall call) {
    DraftState state = call.state(parts.drafts());
    int days = call.json().path("days").asInt(7);
    if (days < 1 || days > MOST_DAYS) {
      throw new EditorException(
          EditorCode.INVALID_VALUE, days + " days; allowed: 1 to " + MOST_DAYS);
    }
    Instant end = reviewing.clock().instant().plus(Duration.ofDays(days));
    String link =
        reviewing
            .links()
            .write(state.id().text(), end)
            .orElseThrow(
                () ->
                    new EditorException(
                        EditorCode.NOT_SAVED,
                        "a link is signed with NAMEPLATE_KEYS or the work folder's key, and there"
                            + " is neither: set NAMEPLATE_KEYS or NAMEPLATE_WORK"));
    ObjectNode node = EditorJson.object();
    node.put("path", "/review/" + link + "/" + state.id());
    node.put("expires", ReviewLinks.end(link).toString());
    return EditorHandlers.json(200, node, Map.of());
  }

  /** A draft that a link shows. */
  private record Shown(Context context, String link, DraftState state, Template template) {}

  private interface Answer {
    CompletableFuture<HttpResponse> of(Shown shown);
  }

  private void answer(Context context, Answer answer) {
    CompletableFuture<HttpResponse> response =
        started(context, answer).exceptionally(failed -> words(EditorHandlers.known(failed)));
    context.future(() -> response.thenAccept(ready -> EditorHandlers.send(context, ready)));
  }

  private CompletableFuture<HttpResponse> started(Context context, Answer answer) {
    try {
      return answer.of(shown(context));
    } catch (RuntimeException failed) {
      return CompletableFuture.failedFuture(failed);
    }
  }

  private Shown shown(Context context) {
    String link = context.pathParam("link");
    String id = context.pathParam("id");
    switch (reviewing.links().judge(id, link, reviewing.clock().instant())) {
      case OPEN -> {}
      case ENDED ->
          throw new EditorException(
              EditorCode.LINK_ENDED, "ask for a new one whoever sent this one");
      case REFUSED ->
          throw new EditorException(
              EditorCode.LINK_REFUSED,
              "it is not whole, or leads to another template: copy all of it from the message");
    }
    DraftState state =
        TemplateId.parse(id).flatMap(parts.drafts()::find).orElseThrow(EditorCall::unknown);
    Template template =
        states
            .template(state)
            .orElseThrow(
                () ->
                    new EditorException(
                        EditorCode.FAULTY_TEMPLATE,
                        "the draft cannot be drawn at the moment: its author is working on it"));
    return new Shown(context, link, state, template);
  }

  private List<Sample> cases(Shown shown) {
    List<Sample> samples = states.samples(shown.state());
    Map<String, Sample> cases = new LinkedHashMap<>();
    Stream.concat(samples.stream(), TestMatrix.of(shown.template(), samples).stream())
        .forEach(sample -> cases.putIfAbsent(sample.name(), sample));
    return List.copyOf(cases.values());
  }

  private CompletableFuture<HttpResponse> picture(Shown shown) {
    String number = shown.context().pathParam("case");
    List<Sample> cases = cases(shown);
    int at = number.matches("\\d{1,4}") ? Integer.parseInt(number) : cases.size();
    if (at >= cases.size()) {
      throw new EditorException(EditorCode.NOT_FOUND, "the draft has fewer cases by now");
    }
    PictureOrder order =
        new PictureOrder(shown.template(), cases.get(at), Scale.ONE, Optional.empty(), Set.of());
    return parts
        .pictures()
        .picture(order)
        .thenApplyAsync(
            file ->
                HttpResponse.of(
                    200, "image/png", file.toByteArray(), headers("default-src 'none'; sandbox")),
            onward);
  }

  private CompletableFuture<HttpResponse> page(Shown shown) {
    List<Sample> samples = states.samples(shown.state());
    DraftChecks.Look look = new DraftChecks.Look(shown.link(), "", shown.template(), samples);
    return parts
        .checks()
        .sketches(look, cases(shown))
        .thenCombineAsync(
            parts.checks().findings(look), (views, found) -> html(shown, views, found), onward);
  }

  private HttpResponse html(Shown shown, List<CaseView> views, List<Finding> found) {
    List<ReviewView.Case> cases = new ArrayList<>();
    for (CaseView view : views) {
      String picture =
          "/review/" + shown.link() + "/picture/" + cases.size() + "/" + shown.state().id();
      cases.add(
          new ReviewView.Case(
              view.sample().name(),
              picture,
              view.alt(),
              lines(view.summary()),
              wrong(view, found)));
    }
    ReviewView view =
        new ReviewView(
            shown.template().title(),
            shown.state().id().text(),
            shown.state().draft().savedAt().map(WHEN::format).orElse("and published"),
            WHEN.format(ReviewLinks.end(shown.link())),
            shown.template().size().width(),
            shown.template().size().height(),
            cases,
            found.stream().map(ReviewRoutes::sentence).toList());
    return page(200, StudioHtml.review(files.path("editor.css"), view));
  }

  /** What layout shows, and what the check names this case for. */
  private static List<String> wrong(CaseView view, List<Finding> found) {
    Map<String, String> wrong = new LinkedHashMap<>();
    Stream.concat(
            view.findings().stream(),
            found.stream()
                .filter(each -> each.spot().isPresent())
                .filter(
                    each ->
                        each.renderCase()
                            .filter(data -> data.data().equals(view.sample()))
                            .isPresent()))
        .forEach(each -> wrong.putIfAbsent(each.name(), each.what()));
    return List.copyOf(wrong.values());
  }

  private static List<String> lines(RowSummary summary) {
    return Stream.concat(
            summary.fields().stream(), summary.texts().stream().map(RowSummary.Line::words))
        .toList();
  }

  private static String sentence(Finding finding) {
    String data =
        finding.renderCase().map(RenderCase::data).map(Sample::name).map(n -> n + ": ").orElse("");
    return data + finding.code().meaning() + " (" + finding.what() + ")";
  }

  private static HttpResponse page(int status, String html) {
    return HttpResponse.of(
        status,
        "text/html; charset=utf-8",
        html.getBytes(StandardCharsets.UTF_8),
        headers(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri"
                + " 'none'; frame-ancestors 'none'"));
  }

  private static HttpResponse words(EditorException refused) {
    String text = refused.code().title() + ": " + refused.getMessage() + ".\n";
    return HttpResponse.of(
        refused.code().status(),
        "text/plain; charset=utf-8",
        text.getBytes(StandardCharsets.UTF_8),
        headers("default-src 'none'"));
  }

  /** Nothing is kept, indexed or told to other pages: the address is the right to see it. */
  private static Map<String, String> headers(String policy) {
    return Map.of(
        "Cache-Control",
        CachePolicy.NO_STORE,
        "Content-Security-Policy",
        policy,
        "Referrer-Policy",
        "no-referrer",
        "X-Robots-Tag",
        "noindex");
  }
}
