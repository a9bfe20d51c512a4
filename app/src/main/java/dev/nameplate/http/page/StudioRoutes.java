package dev.nameplate.http.page;

import dev.nameplate.access.sign.PageLinks;
import dev.nameplate.access.sign.RequestedVersion;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.ClientRateLimit;
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
import dev.nameplate.snippet.client.ClientLanguage;
import dev.nameplate.snippet.client.ImageCall;
import dev.nameplate.studio.DeveloperView;
import dev.nameplate.studio.FormatsView;
import dev.nameplate.studio.SheetView;
import dev.nameplate.studio.StudioHtml;
import dev.nameplate.studio.TemplateCard;
import dev.nameplate.studio.TemplateView;
import dev.nameplate.template.FormatChoice;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.util.Lazy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The studio's pages: they show what the pictures' addresses give to anyone. */
public final class StudioRoutes {
  /**
   * Nothing from elsewhere, nothing inline; {@code blob:} is a picture that is shown when whole.
   */
  private static final String POLICY =
      "default-src 'none'; img-src 'self' blob:; style-src 'self'; script-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final TemplateLibrary templates;
  private final ImageService images;
  private final UrlVerifier verifier;
  private final ClientRateLimit rates;
  private final Executor onward;
  private final ContactSheets sheets;
  private final PasteFormats formats;
  private final StudioAssets assets = new StudioAssets();
  private volatile boolean leadsToEditor;
  private final Lazy<StudioHtml> html =
      new Lazy<>(() -> new StudioHtml(assets.path() + "/", leadsToEditor));
  private final GenerationCache<String, List<Sample>> samples;
  private final GenerationCache<String, HttpResponse> galleries;

  /**
   * @param verifier knows which templates take signed addresses only
   * @param onward runs what follows a layout
   */
  public StudioRoutes(
      TemplateLibrary templates,
      ImageService images,
      UrlVerifier verifier,
      ClientRateLimit rates,
      Executor onward) {
    this.templates = templates;
    this.images = images;
    this.verifier = verifier;
    this.rates = rates;
    this.onward = onward;
    this.sheets = new ContactSheets(images);
    this.samples = new GenerationCache<>(templates::generation, templates::samples);
    this.formats = new PasteFormats(images, samples::get);
    this.galleries = new GenerationCache<>(templates::generation, path -> gallery());
  }

  /** Lets pages lead to the editor. Call it before the first request. */
  public void showEditor() {
    leadsToEditor = true;
  }

  /**
   * Adds the routes of the studio: the gallery at {@code /}, each template at {@code /t/<id>}, its
   * pages {@code snippet} and {@code sheet} below that, and static files. An id may contain
   * slashes, but none ends in the name of one of these pages.
   */
  public void addTo(JavalinConfig config) {
    assets.addTo(config.routes);
    Pages.get(config.routes, "/", context -> galleries.get("/"));
    Pages.getLater(config.routes, "/t/<id>/snippet", this::snippet);
    Pages.getLater(config.routes, "/t/<id>/sheet", this::sheet);
    Pages.getLater(config.routes, "/t/<id>", this::page);
  }

  private CompletableFuture<HttpResponse> snippet(Context context) {
    Template template = versioned(context).orElseThrow(NotFoundResponse::new);
    PageRequest request = PageRequest.of(context, rates);
    boolean signed = verifier.isSigned(template);
    CompletableFuture<Optional<FormatChoice>> choice =
        signed || request.get("format").isPresent()
            ? CompletableFuture.completedFuture(Optional.empty())
            : formats.choice(template, request.mayDraw());
    return choice.thenApplyAsync(
        best -> SnippetRoute.answer(template, signed, request, best), onward);
  }

  private CompletableFuture<HttpResponse> sheet(Context context) {
    return find(context)
        .map(template -> sheet(template, PageRequest.of(context, rates)))
        .orElseGet(() -> missing(context));
  }

  private CompletableFuture<HttpResponse> page(Context context) {
    return versioned(context)
        .map(template -> page(template, PageRequest.of(context, rates)))
        .orElseGet(() -> missing(context));
  }

  private Optional<Template> find(Context context) {
    return templates.find(context.pathParam("id"));
  }

  /** The template, or the published version that {@code _v} names. */
  private Optional<Template> versioned(Context context) {
    Optional<String> version = version(context);
    return version.isEmpty()
        ? find(context)
        : version
            .flatMap(RequestedVersion::parse)
            .flatMap(number -> templates.find(context.pathParam("id"), number).template());
  }

  private static Optional<String> version(Context context) {
    return Optional.ofNullable(context.queryParam(RequestedVersion.PARAMETER))
        .filter(text -> !text.isBlank());
  }

  private CompletableFuture<HttpResponse> missing(Context context) {
    String id = context.pathParam("id");
    List<TemplateFault> faults = new ArrayList<>(templates.faults(id));
    if (version(context).isPresent() && find(context).isPresent()) {
      faults.add(
          new TemplateFault(
              id, "_v", "no version that can be drawn", "one of " + templates.versions(id)));
    }
    return CompletableFuture.completedFuture(html(404, html.get().missing(faults)));
  }

  private CompletableFuture<HttpResponse> sheet(Template template, PageRequest request) {
    if (verifier.isSigned(template)) {
      return CompletableFuture.completedFuture(
          html(200, html.get().sheet(new SheetView(template, true, List.of()))));
    }
    return sheets
        .cells(template, samples.get(template.id()), request)
        .thenApplyAsync(
            cells -> html(200, html.get().sheet(new SheetView(template, false, cells))), onward);
  }

  private HttpResponse gallery() {
    List<TemplateCard> cards = templates.all().stream().map(this::card).toList();
    return html(200, html.get().gallery(cards, templates.faults()));
  }

  /**
   * The page, once it is known how the values are read and how many bytes each format has; without
   * what takes too long. Of a signed template it shows neither.
   */
  private CompletableFuture<HttpResponse> page(Template template, PageRequest request) {
    TemplateCard card = card(template);
    if (card.signed()) {
      return CompletableFuture.completedFuture(
          html(200, html.get().template(view(card, request, Map.of(), Optional.empty()))));
    }
    Map<String, String> values = values(template, request);
    boolean may = request.mayDraw().getAsBoolean();
    CompletableFuture<Optional<Explanation>> explanation =
        may
            ? explanation(template, query(values), request)
            : CompletableFuture.completedFuture(Optional.empty());
    return formats
        .view(template, () -> may, request.get("_format"))
        .thenCombineAsync(
            explanation,
            (weights, explained) -> {
              TemplateView view = view(card, request, values, Optional.of(weights));
              return html(
                  200,
                  html.get()
                      .template(explained.map(known -> withExplanation(view, known)).orElse(view)));
            },
            onward);
  }

  /** How the values are read; empty where that takes too long. */
  private CompletableFuture<Optional<Explanation>> explanation(
      Template template, String query, PageRequest request) {
    return images
        .explain(
            template, new RawQuery(query), address(template, request, Optional.empty()).scale())
        .handle((explained, failed) -> Optional.ofNullable(explained));
  }

  private static TemplateView withExplanation(TemplateView view, Explanation explanation) {
    return view.withExplanation(
        explanation.alt(), explanation.fields().byName(), explanation.warnings());
  }

  /** What the form's parameters ask for, which begin with {@code _} so that no field is one. */
  private static ImageUrl address(
      Template template, PageRequest request, Optional<FormatChoice> choice) {
    return SnippetRoute.address(template, request.below("_"), choice)
        .orElseGet(() -> ImageUrl.of(template, ImageUrl.LOCAL, choice));
  }

  private TemplateView view(
      TemplateCard card,
      PageRequest request,
      Map<String, String> values,
      Optional<FormatsView> weights) {
    Template template = card.template();
    PageRequest form = request.below("_");
    ImageUrl address = address(template, request, weights.flatMap(FormatsView::choice));
    return new TemplateView(
        card,
        templates.versions(template.id()),
        values,
        query(values),
        Optional.empty(),
        Map.of(),
        address,
        snippet(card, form, address, values),
        developers(card, form, address, values),
        List.of(),
        weights);
  }

  private static Snippet snippet(
      TemplateCard card, PageRequest form, ImageUrl address, Map<String, String> values) {
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

  /** Of a signed template, of which no values are shown, with its fields and without values. */
  private static DeveloperView developers(
      TemplateCard card, PageRequest form, ImageUrl address, Map<String, String> values) {
    Map<String, String> layers = new LinkedHashMap<>(values);
    if (card.signed()) {
      card.template().fields().keySet().forEach(field -> layers.put(field, ""));
    }
    return new DeveloperView(
        form.get("code").flatMap(ClientLanguage::ofId).orElse(ClientLanguage.CURL),
        new ImageCall(
            address.base(),
            named(card.template()),
            layers,
            address.format(),
            address.scale().label()));
  }

  /** A template as a call of the API names it, with the version that the page keeps. */
  private static String named(Template template) {
    return template.version().map(version -> template.id() + "@" + version).orElse(template.id());
  }

  /**
   * What was typed, by field, and where nothing was, what a link of the API holds; blank inputs are
   * left out.
   */
  private Map<String, String> values(Template template, PageRequest request) {
    Map<String, String> linked =
        request
            .get(PageLinks.PARAMETER)
            .map(text -> verifier.pageLinks().read(template.id(), text))
            .orElse(Map.of());
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : template.fields().keySet()) {
      request
          .get(field)
          .or(() -> Optional.ofNullable(linked.get(field)))
          .ifPresent(value -> values.put(field, value));
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
