package dev.nameplate.http.page;

import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.http.monitor.Metrics;
import dev.nameplate.serve.ImageService;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The routes beside pictures and pages: health, robots, the icon, metrics. */
public final class HealthRoutes {
  private final TemplateLibrary templates;
  private final ImageService images;
  private final Supplier<byte[]> icon;
  private final Optional<Supplier<byte[]>> metrics;

  /**
   * @param icon a PNG, made when it is needed
   * @param metrics absent where they have a port of their own
   */
  public HealthRoutes(
      TemplateLibrary templates,
      ImageService images,
      Supplier<byte[]> icon,
      Optional<Supplier<byte[]>> metrics) {
    this.templates = templates;
    this.images = images;
    this.icon = icon;
    this.metrics = metrics;
  }

  /**
   * Adds the routes {@code /health/live}, {@code /health/ready}, {@code /robots.txt} and {@code
   * /favicon.ico}, and {@code /metrics} unless metrics have a separate port. {@code /health/ready}
   * is answered with 503 until there are templates and all of them are prepared.
   */
  public void addTo(RoutesConfig routes) {
    Pages.get(routes, "/health/live", context -> Pages.text(200, "live\n"));
    Pages.get(routes, "/health/ready", context -> ready());
    Pages.get(routes, "/robots.txt", context -> Pages.text(200, "User-agent: *\nDisallow: /i/\n"));
    Pages.get(
        routes,
        "/favicon.ico",
        context ->
            HttpResponse.of(
                200, "image/png", icon.get(), Map.of("Cache-Control", "public, max-age=86400")));
    metrics.ifPresent(
        text ->
            Pages.get(
                routes,
                "/metrics",
                context ->
                    HttpResponse.of(
                        200,
                        Metrics.TYPE,
                        text.get(),
                        Map.of("Cache-Control", CachePolicy.NO_STORE))));
  }

  private HttpResponse ready() {
    List<Template> all = templates.all();
    long prepared = all.stream().filter(images::isReady).count();
    boolean ready = !all.isEmpty() && prepared == all.size();
    return Pages.text(ready ? 200 : 503, prepared + " of " + all.size() + " templates are ready\n");
  }
}
