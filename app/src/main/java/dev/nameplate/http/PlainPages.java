package dev.nameplate.http;

import dev.nameplate.access.UrlVerifier;
import dev.nameplate.serve.ImageService;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateFault;
import dev.nameplate.template.TemplateLibrary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The pages and files beside the pictures: the list of templates, health, robots, the icon. */
final class PlainPages {
  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;max-width:720px;margin:48px auto;padding:0 24px;"
          + "color:#1c1917;background:#faf9f7}h1{font-size:28px;margin:0 0 8px}"
          + "h2{font-size:18px;margin:0}p{color:#57534e;margin:4px 0 16px}"
          + "article{margin:40px 0}img{max-width:100%;height:auto;border-radius:8px}"
          + "a{color:#9a3412}code{font-size:14px}li{color:#9a3412}";

  private final TemplateLibrary templates;
  private final ImageService images;
  private final Supplier<byte[]> icon;
  private final UrlVerifier verifier;

  /**
   * @param icon a PNG, made when it is asked for
   * @param verifier knows which templates take signed addresses only
   */
  PlainPages(
      TemplateLibrary templates, ImageService images, Supplier<byte[]> icon, UrlVerifier verifier) {
    this.templates = templates;
    this.images = images;
    this.icon = icon;
    this.verifier = verifier;
  }

  /** The answer for a path outside {@code /i/}. */
  Answer answer(String path) {
    return switch (path) {
      case "/" -> html(list());
      case "/health/live" -> text(200, "live\n");
      case "/health/ready" -> ready();
      case "/robots.txt" -> text(200, "User-agent: *\nDisallow: /i/\n");
      case "/favicon.ico" ->
          Answer.of(200, "image/png", icon.get(), Map.of("Cache-Control", "public, max-age=86400"));
      default ->
          text(404, "Nothing here. Pictures live under /i/; the list of templates is at /.\n");
    };
  }

  private Answer ready() {
    List<Template> all = templates.all();
    long prepared = all.stream().filter(images::isReady).count();
    boolean ready = !all.isEmpty() && prepared == all.size();
    return text(ready ? 200 : 503, prepared + " of " + all.size() + " templates are ready\n");
  }

  private String list() {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Nameplate</title>")
        .append("<meta name=\"viewport\" content=\"width=device-width\"><style>")
        .append(STYLE)
        .append(
            "</style><h1>Nameplate</h1><p>Merge tags for images. Click a picture to see it alone,")
        .append(" then change the address.</p>");
    templates
        .all()
        .forEach(
            template -> {
              if (verifier.isSigned(template)) {
                signedArticle(page, template);
              } else {
                article(page, template);
              }
            });
    List<TemplateFault> faults = templates.faults();
    if (!faults.isEmpty()) {
      page.append("<h2>Faults</h2><ul>");
      faults.forEach(
          fault -> page.append("<li>").append(escaped(fault.sentence())).append("</li>"));
      page.append("</ul>");
    }
    return page.append("</html>").toString();
  }

  /** No picture: this page holds no key and signs nothing. */
  private static void signedArticle(StringBuilder page, Template template) {
    page.append("<article><h2>")
        .append(escaped(template.title()))
        .append("</h2><p>Takes signed addresses only: <code>nameplate url ")
        .append(template.id())
        .append("</code> makes one.</p></article>");
  }

  private static void article(StringBuilder page, Template template) {
    String query =
        template.fields().values().stream()
            .filter(field -> field.kind() == dev.nameplate.template.FieldKind.NAME)
            .findFirst()
            .map(field -> "?" + field.name() + "=Maria")
            .orElse("");
    String address = "/i/" + template.id() + "@2x.png" + query;
    page.append("<article><h2>")
        .append(escaped(template.title()))
        .append("</h2><p><code>")
        .append(escaped(address))
        .append("</code> · <a href=\"/i/")
        .append(template.id())
        .append(".json")
        .append(escaped(query))
        .append("\">why it looks so</a></p><a href=\"")
        .append(escaped(address))
        .append("\"><img loading=\"lazy\" width=\"")
        .append(template.size().width())
        .append("\" height=\"")
        .append(template.size().height())
        .append("\" alt=\"")
        .append(escaped(template.title()))
        .append("\" src=\"")
        .append(escaped(address))
        .append("\"></a></article>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static Answer html(String page) {
    return Answer.of(
        200,
        "text/html; charset=utf-8",
        page.getBytes(StandardCharsets.UTF_8),
        Map.of(
            "Cache-Control",
            CachePolicy.NO_STORE,
            "Content-Security-Policy",
            "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"));
  }

  private static Answer text(int status, String text) {
    return Answer.of(
        status,
        "text/plain; charset=utf-8",
        text.getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", CachePolicy.NO_STORE));
  }
}
