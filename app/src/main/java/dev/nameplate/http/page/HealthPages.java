package dev.nameplate.http.page;

import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.serve.ImageService;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The files beside the pictures: health, robots, the icon. */
public final class HealthPages {
  private final TemplateLibrary templates;
  private final ImageService images;
  private final Supplier<byte[]> icon;

  /**
   * @param icon a PNG, made when it is asked for
   */
  public HealthPages(TemplateLibrary templates, ImageService images, Supplier<byte[]> icon) {
    this.templates = templates;
    this.images = images;
    this.icon = icon;
  }

  /** The answer for a path outside {@code /i/}. */
  HttpResponse answer(String path) {
    return switch (path) {
      case "/health/live" -> text(200, "live\n");
      case "/health/ready" -> ready();
      case "/robots.txt" -> text(200, "User-agent: *\nDisallow: /i/\n");
      case "/favicon.ico" ->
          HttpResponse.of(
              200, "image/png", icon.get(), Map.of("Cache-Control", "public, max-age=86400"));
      default -> text(404, "Nothing here. Pictures live under /i/.\n");
    };
  }

  private HttpResponse ready() {
    List<Template> all = templates.all();
    long prepared = all.stream().filter(images::isReady).count();
    boolean ready = !all.isEmpty() && prepared == all.size();
    return text(ready ? 200 : 503, prepared + " of " + all.size() + " templates are ready\n");
  }

  private static HttpResponse text(int status, String text) {
    return HttpResponse.of(
        status,
        "text/plain; charset=utf-8",
        text.getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", CachePolicy.NO_STORE));
  }
}
