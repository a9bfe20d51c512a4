package dev.nameplate.http.page;

import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.merge.query.QueryWriter;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.pipeline.Explanation;
import dev.nameplate.serve.ImageService;
import dev.nameplate.snippet.EmailPlatform;
import dev.nameplate.snippet.ImageUrl;
import dev.nameplate.snippet.Snippet;
import dev.nameplate.snippet.SnippetSpec;
import dev.nameplate.snippet.SnippetWriter;
import dev.nameplate.studio.GalleryPage;
import dev.nameplate.studio.PageLayout;
import dev.nameplate.studio.SheetPage;
import dev.nameplate.studio.TemplateCard;
import dev.nameplate.studio.TemplatePage;
import dev.nameplate.studio.TemplateView;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.util.Lazy;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The studio's pages: what they may show is what the pictures' addresses give to anyone. */
public final class StudioPages {
  private static final String TEMPLATES = "/t/";
  private static final String SNIPPET = "/snippet";
  private static final String SHEET = "/sheet";

  /**
   * Nothing from elsewhere, nothing inline; {@code blob:} is a picture that is shown when whole.
   */
  private static final String POLICY =
      "default-src 'none'; img-src 'self' blob:; style-src 'self'; script-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final TemplateLibrary templates;
  private final ImageService images;
  private final UrlVerifier verifier;
  private final Executor onward;
  private final SheetAnswers sheets;
  private final Lazy<StudioFiles> files = new Lazy<>(StudioFiles::new);
  private final GenerationCache<String, List<Sample>> samples;
  private final GenerationCache<String, HttpResponse> galleries;

  /**
   * @param verifier knows which templates take signed addresses only
   * @param onward runs what follows a layout
   */
  public StudioPages(
      TemplateLibrary templates, ImageService images, UrlVerifier verifier, Executor onward) {
    this.onward = onward;
    this.templates = templates;
    this.images = images;
    this.verifier = verifier;
    this.sheets = new SheetAnswers(images);
    this.samples = new GenerationCache<>(templates::generation, templates::samples);
    this.galleries = new GenerationCache<>(templates::generation, path -> gallery());
  }

  /** The answer for a path; empty where the studio has none. */
  Optional<CompletableFuture<HttpResponse>> answer(PageCall call) {
    if (call.path().startsWith(TEMPLATES)) {
      return ofTemplate(call.path().substring(TEMPLATES.length()), call);
    }
    Optional<HttpResponse> plain =
        switch (call.path()) {
          case "/" -> Optional.of(galleries.get("/"));
          default ->
              call.path().startsWith("/studio/")
                  ? files.get().answer(call.path())
                  : Optional.empty();
        };
    return plain.map(CompletableFuture::completedFuture);
  }

  /** A template's own page before a page below that of another, since ids may have folders. */
  private Optional<CompletableFuture<HttpResponse>> ofTemplate(String rest, PageCall call) {
    return templates
        .find(rest)
        .map(template -> page(template, call))
        .or(() -> above(rest, SNIPPET).map(template -> snippet(template, call)))
        .or(() -> above(rest, SHEET).map(template -> sheet(template, call)))
        .or(() -> rest.endsWith(SNIPPET) ? Optional.empty() : Optional.of(missing(rest)));
  }

  private CompletableFuture<HttpResponse> missing(String rest) {
    String id = rest.endsWith(SHEET) ? rest.substring(0, rest.length() - SHEET.length()) : rest;
    return CompletableFuture.completedFuture(
        html(404, GalleryPage.missing(frame(), templates.faults(id))));
  }

  private Optional<Template> above(String rest, String page) {
    return rest.endsWith(page)
        ? templates.find(rest.substring(0, rest.length() - page.length()))
        : Optional.empty();
  }

  private CompletableFuture<HttpResponse> snippet(Template template, PageCall call) {
    return CompletableFuture.completedFuture(
        SnippetAnswers.answer(template, verifier.isSigned(template), call));
  }

  private CompletableFuture<HttpResponse> sheet(Template template, PageCall call) {
    if (verifier.isSigned(template)) {
      return CompletableFuture.completedFuture(html(SheetPage.signed(frame(), template)));
    }
    return sheets
        .cells(template, samples.get(template.id()), call)
        .thenApplyAsync(cells -> html(SheetPage.of(frame(), template, cells)), onward);
  }

  private HttpResponse gallery() {
    List<TemplateCard> cards = templates.all().stream().map(this::card).toList();
    return html(GalleryPage.of(frame(), cards, templates.faults()));
  }

  /**
   * The page, once it is known what is made of the values; without that where it takes too long.
   */
  private CompletableFuture<HttpResponse> page(Template template, PageCall call) {
    PageParameters parameters = PageParameters.read(call.query());
    TemplateView view = view(template, parameters, call);
    if (view.card().signed() || !call.mayDraw().getAsBoolean()) {
      return CompletableFuture.completedFuture(html(TemplatePage.of(frame(), view)));
    }
    return images
        .explain(template, new RawQuery(view.query()), view.address().scale())
        .handleAsync(
            (told, failed) ->
                html(TemplatePage.of(frame(), failed == null ? told(view, told) : view)),
            onward);
  }

  private static TemplateView told(TemplateView view, Explanation told) {
    return view.told(told.alt(), told.fields().byName(), told.warnings());
  }

  /** With the form's own parameters, which begin with {@code _} so that no field is one of them. */
  private TemplateView view(Template template, PageParameters parameters, PageCall call) {
    TemplateCard card = card(template);
    Map<String, String> values = card.signed() ? Map.of() : values(template, parameters);
    PageParameters form = new PageParameters(parameters.after("_"));
    ImageUrl address =
        SnippetAnswers.address(template, form, call.origin())
            .orElseGet(() -> ImageUrl.of(template, ImageUrl.LOCAL));
    return new TemplateView(
        card,
        values,
        query(values),
        Optional.empty(),
        Map.of(),
        address,
        snippet(card, form, address, values),
        List.of());
  }

  private static Snippet snippet(
      TemplateCard card, PageParameters form, ImageUrl address, Map<String, String> values) {
    EmailPlatform tool =
        form.get("esp").flatMap(EmailPlatform::ofId).orElse(EmailPlatform.MAILCHIMP);
    boolean typed = form.get("for").equals(Optional.of(tool.id()));
    Map<String, String> tags = new LinkedHashMap<>();
    if (tool.isLiteral()) {
      card.template().fields().keySet().forEach(field -> tags.put(field, ""));
      tags.putAll(values);
    } else if (typed) {
      tags.putAll(form.after("tag."));
    }
    return SnippetWriter.write(
        new SnippetSpec(card.template(), card.signed(), tool, address, tags));
  }

  /** What was typed, by field; blank inputs are left out. */
  private static Map<String, String> values(Template template, PageParameters parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : template.fields().keySet()) {
      parameters.get(field).ifPresent(value -> values.put(field, value));
    }
    return values;
  }

  private static String query(Map<String, String> values) {
    QueryWriter query = new QueryWriter();
    values.forEach(query::text);
    return query.query().text();
  }

  private TemplateCard card(Template template) {
    return new TemplateCard(
        template,
        verifier.isSigned(template),
        samples.get(template.id()),
        templates.faults(template.id()));
  }

  private PageLayout frame() {
    return new PageLayout(files.get().path());
  }

  private static HttpResponse html(String page) {
    return html(200, page);
  }

  private static HttpResponse html(int status, String page) {
    return HttpResponse.of(
        status,
        "text/html; charset=utf-8",
        page.getBytes(StandardCharsets.UTF_8),
        Map.of(
            "Cache-Control",
            CachePolicy.NO_STORE,
            "Content-Security-Policy",
            POLICY,
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin"));
  }
}
