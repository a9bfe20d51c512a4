package dev.nameplate.http.api;

import dev.nameplate.http.page.ClasspathFiles;
import dev.nameplate.studio.StudioHtml;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The description of the API (OpenAPI 3.1), for programs and for people. */
final class DocsRoutes {
  /** The version of the webjar, as the pom pins it. */
  private static final String UI = "/docs/api/ui/5.35.0";

  private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/5.35.0";

  /**
   * As strict as the pages' own: {@code data:} is an icon in swagger-ui's style sheet, {@code
   * blob:} a picture that was answered to a call.
   */
  private static final String POLICY =
      "default-src 'none'; img-src 'self' data: blob:; style-src 'self'; script-src 'self';"
          + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  private DocsRoutes() {}

  static void addTo(JavalinConfig config) {
    get(
        config.routes,
        "/v1/openapi.json",
        context -> send(context, "application/json", read("/api/openapi.json")));
    get(
        config.routes,
        "/docs/api/docs.js",
        context -> send(context, "text/javascript; charset=utf-8", read("/api/docs.js")));
    get(
        config.routes,
        "/docs/api",
        context -> {
          context.header("Content-Security-Policy", POLICY);
          context.header("Referrer-Policy", "no-referrer");
          send(
              context,
              "text/html; charset=utf-8",
              StudioHtml.api(UI).getBytes(StandardCharsets.UTF_8));
        });
    ClasspathFiles.addTo(config.routes, UI, WEBJAR);
  }

  private static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  private static void send(Context context, String type, byte[] body) {
    context.header("Cache-Control", "no-cache");
    context.header("X-Content-Type-Options", "nosniff");
    context.contentType(type);
    context.res().setContentLength(body.length);
    context.result(body);
  }

  private static byte[] read(String name) {
    try (InputStream in = DocsRoutes.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
