package dev.nameplate.http.page;

import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Routes for GET and HEAD whose answers are made whole before they are sent. */
final class Pages {
  private Pages() {}

  /** Adds a route that is answered at once. */
  static void get(RoutesConfig routes, String path, Function<Context, HttpResponse> answer) {
    add(routes, path, context -> send(context, answer.apply(context)));
  }

  /** Adds a route that is answered when something is ready; no thread waits for it. */
  static void getLater(
      RoutesConfig routes, String path, Function<Context, CompletableFuture<HttpResponse>> answer) {
    add(
        routes,
        path,
        context -> {
          CompletableFuture<HttpResponse> response = answer.apply(context);
          context.future(() -> response.thenAccept(ready -> send(context, ready)));
        });
  }

  private static void add(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  /** Hands an answer to the framework, which writes it. */
  static void send(Context context, HttpResponse response) {
    context.status(response.status());
    response.headers().forEach((name, value) -> context.res().setHeader(name, value));
    context.res().setContentLength(response.length());
    List<InputStream> parts =
        response.parts().stream().<InputStream>map(ByteArrayInputStream::new).toList();
    context.result(
        parts.size() == 1 ? parts.get(0) : new SequenceInputStream(Collections.enumeration(parts)));
  }

  /** A plain text that is not kept. */
  static HttpResponse text(int status, String text) {
    return HttpResponse.of(
        status,
        "text/plain; charset=utf-8",
        text.getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", CachePolicy.NO_STORE));
  }
}
