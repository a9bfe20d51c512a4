package dev.nameplate.http.page;

import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.http.monitor.Metrics;
import dev.nameplate.template.library.TemplateLibrary;
import io.javalin.config.RoutesConfig;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The routes beside pictures and pages: health, robots, the icon, metrics. */
public final class HealthRoutes {
  private final TemplateLibrary templates;
  private final Supplier<byte[]> icon;
  private final Optional<Supplier<byte[]>> metrics;
  private final BooleanSupplier draining;

  /**
   * @param icon a PNG, made when it is needed
   * @param metrics absent where they have a port of their own
   * @param draining whether the server is about to stop, so that it should get no more requests
   */
  public HealthRoutes(
      TemplateLibrary templates,
      Supplier<byte[]> icon,
      Optional<Supplier<byte[]>> metrics,
      BooleanSupplier draining) {
    this.templates = templates;
    this.icon = icon;
    this.metrics = metrics;
    this.draining = draining;
  }

  /**
   * Adds the routes {@code /health/live}, {@code /health/ready}, {@code /robots.txt} and {@code
   * /favicon.ico}, and {@code /metrics} unless metrics have a separate port. {@code /health/ready}
   * is answered with 503 where no template is listed, and while the server drains.
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
    if (draining.getAsBoolean()) {
      return Pages.text(503, "draining\n");
    }
    int listed = templates.ids().size();
    return Pages.text(listed > 0 ? 200 : 503, listed + " templates are listed\n");
  }
}
