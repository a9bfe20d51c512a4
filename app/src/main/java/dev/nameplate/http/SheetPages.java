package dev.nameplate.http;

import dev.nameplate.access.UrlVerifier;
import dev.nameplate.geometry.Scale;
import dev.nameplate.merge.RawQuery;
import dev.nameplate.serve.ImageService;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateLibrary;
import dev.nameplate.tool.Happening;
import dev.nameplate.tool.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The contact sheet as a page, {@code /t/<id>/sheet}: complete without script. A script adds the
 * worst rows of a table that somebody pastes; it stays in the browser but for the addresses of the
 * pictures themselves.
 */
final class SheetPages {
  private static final Pattern PAGE =
      Pattern.compile("/t/([a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*)/sheet");
  private static final Map<String, String> FILES =
      Map.of(
          "/sheet/sheet.css", "text/css; charset=utf-8",
          "/sheet/sheet.js", "text/javascript; charset=utf-8");
  private static final String POLICY =
      "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Happening UNKNOWN =
      new Happening(
          List.of(), List.of(new Happening.Line("the server is busy; load the page again", true)));

  private final TemplateLibrary templates;
  private final ImageService images;
  private final UrlVerifier verifier;

  SheetPages(TemplateLibrary templates, ImageService images, UrlVerifier verifier) {
    this.templates = templates;
    this.images = images;
    this.verifier = verifier;
  }

  /** The page of a path, or a file that it needs; empty where the path is neither. */
  Optional<CompletableFuture<Answer>> answer(String path) {
    Optional<String> type = Optional.ofNullable(FILES.get(path));
    if (type.isPresent()) {
      Map<String, String> headers = Map.of("Cache-Control", "no-cache");
      return Optional.of(
          CompletableFuture.completedFuture(Answer.of(200, type.get(), file(path), headers)));
    }
    Matcher page = PAGE.matcher(path);
    return page.matches() ? templates.find(page.group(1)).map(this::page) : Optional.empty();
  }

  private CompletableFuture<Answer> page(Template template) {
    if (verifier.isSigned(template)) {
      return CompletableFuture.completedFuture(page(template, signed(template)));
    }
    List<Sample> rows = Matrix.of(template, templates.samples(template.id()));
    return happenings(template, rows)
        .thenApply(happenings -> page(template, sheet(template, rows, happenings)));
  }

  /** What happened to each row, one after the other; none where the server has no time for it. */
  private CompletableFuture<List<Happening>> happenings(Template template, List<Sample> rows) {
    CompletableFuture<List<Happening>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (Sample row : rows) {
      all =
          all.thenCompose(
              told ->
                  images
                      .explain(template, new RawQuery(row.query()), Scale.ONE)
                      .thenApply(explanation -> with(told, Happening.of(template, explanation))));
    }
    return all.exceptionally(busy -> List.of());
  }

  private static List<Happening> with(List<Happening> told, Happening next) {
    told.add(next);
    return told;
  }

  private static Answer page(Template template, String body) {
    String title = escaped(template.title());
    String html =
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
            + title
            + " · contact sheet</title><link rel=\"stylesheet\" href=\"/sheet/sheet.css\">"
            + "<script type=\"module\" src=\"/sheet/sheet.js\"></script></head><body>"
            + "<header><p><a href=\"/\">All templates</a></p><h1>"
            + title
            + "</h1><p>The template under the ugliest data that senders send, and what it made of"
            + " it.</p></header><main>"
            + body
            + "</main></body></html>";
    return Answer.of(
        200,
        "text/html; charset=utf-8",
        html.getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", CachePolicy.NO_STORE, "Content-Security-Policy", POLICY));
  }

  private static String signed(Template template) {
    return "<p>This template takes signed addresses only, and this page holds no key. <code>nameplate"
        + " sheet "
        + template.id()
        + "</code> draws its sheet.</p>";
  }

  private static String sheet(Template template, List<Sample> rows, List<Happening> happenings) {
    StringBuilder page = new StringBuilder(paste(template));
    page.append("<section><h2>The matrix</h2><div class=\"cells\">");
    for (int at = 0; at < rows.size(); at++) {
      cell(page, template, rows.get(at), told(happenings, at));
    }
    return page.append("</div></section>").toString();
  }

  /** All of the first row, of the others what differs from it. */
  private static Happening told(List<Happening> happenings, int at) {
    if (happenings.isEmpty()) {
      return UNKNOWN;
    }
    return at == 0 ? happenings.get(0) : happenings.get(at).besides(happenings.get(0));
  }

  /** Where a table is pasted; shown by the script that reads it. */
  private static String paste(Template template) {
    StringBuilder fields = new StringBuilder();
    template
        .fields()
        .values()
        .forEach(
            field ->
                fields
                    .append(fields.isEmpty() ? "" : ";")
                    .append(field.name())
                    .append(field.aliases().isEmpty() ? "" : ",")
                    .append(String.join(",", field.aliases())));
    return "<section id=\"own\" hidden data-template=\""
        + template.id()
        + "\" data-fields=\""
        + escaped(fields.toString())
        + "\" data-width=\""
        + template.size().width()
        + "\" data-height=\""
        + template.size().height()
        + "\"><h2>Your own worst 20</h2><label for=\"csv\">Paste a CSV whose first row names the"
        + " fields. It is read in this page; nothing is kept.</label><textarea id=\"csv\" rows=\"5\""
        + " spellcheck=\"false\"></textarea><button type=\"button\" id=\"show\">Show the worst"
        + "</button><p id=\"told\" role=\"status\"></p><div class=\"cells\" id=\"worst\"></div>"
        + "</section>";
  }

  private static void cell(StringBuilder page, Template template, Sample row, Happening happening) {
    String address = escaped("/i/" + template.id() + "@2x.png?" + row.query());
    page.append("<figure><h3>")
        .append(escaped(row.name()))
        .append("</h3><a href=\"")
        .append(address)
        .append("\"><img loading=\"lazy\" width=\"")
        .append(template.size().width())
        .append("\" height=\"")
        .append(template.size().height())
        .append("\" alt=\"With ")
        .append(escaped(row.name()))
        .append("\" src=\"")
        .append(address)
        .append("\"></a><figcaption><ul>");
    happening.fields().forEach(line -> line(page, new Happening.Line(line, false)));
    happening.texts().forEach(line -> line(page, line));
    page.append("</ul></figcaption></figure>");
  }

  private static void line(StringBuilder page, Happening.Line line) {
    page.append(line.bad() ? "<li class=\"bad\">" : "<li>")
        .append(escaped(line.words()))
        .append("</li>");
  }

  private static byte[] file(String path) {
    try (InputStream in =
        Optional.ofNullable(SheetPages.class.getResourceAsStream(path)).orElseThrow()) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
