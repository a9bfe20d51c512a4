package dev.nameplate.http.page;

import dev.nameplate.http.message.AcceptHeader;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.ClientRateLimit;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.http.monitor.Metrics;
import dev.nameplate.http.monitor.RequestTelemetry;
import dev.nameplate.merge.query.RawQuery;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what is no picture: the studio's pages, the plain ones, metrics. */
public final class PageHandler implements Handler {
  private static final Logger log = LoggerFactory.getLogger(PageHandler.class);
  private static final Map<String, String> NOT_KEPT = Map.of("Cache-Control", CachePolicy.NO_STORE);

  /** A body that a connection takes whole, in bytes. */
  private static final int AT_ONCE = 8 * 1024;

  private final ClientRateLimit clientRateLimit;
  private final RequestTelemetry requestTelemetry;
  private final HealthPages plain;
  private final Optional<StudioPages> studio;
  private final Optional<Supplier<byte[]>> metrics;

  /**
   * @param metrics told here, where they have no port of their own
   */
  public PageHandler(
      ClientRateLimit clientRateLimit,
      RequestTelemetry requestTelemetry,
      HealthPages plain,
      Optional<StudioPages> studio,
      Optional<Supplier<byte[]>> metrics) {
    this.clientRateLimit = clientRateLimit;
    this.requestTelemetry = requestTelemetry;
    this.plain = plain;
    this.studio = studio;
    this.metrics = metrics;
  }

  /** Answers at once where it can; otherwise the thread goes and another sends the answer. */
  @Override
  public void handle(Context context) {
    PageCall call = call(context.req());
    CompletableFuture<HttpResponse> answer = answer(call);
    context.skipRemainingHandlers();
    if (answer.isDone() && answer.join().length() <= AT_ONCE) {
      sendAtOnce(context, answer.join());
    } else {
      context.future(() -> answer.thenCompose(ready -> send(context, ready)));
    }
  }

  private CompletableFuture<HttpResponse> answer(PageCall call) {
    if (call.path().equals("/metrics") && metrics.isPresent()) {
      return CompletableFuture.completedFuture(
          HttpResponse.of(200, Metrics.TYPE, metrics.get().get(), NOT_KEPT));
    }
    return studio
        .flatMap(there -> there.answer(call))
        .orElseGet(() -> CompletableFuture.completedFuture(plain.answer(call.path())));
  }

  private PageCall call(HttpServletRequest request) {
    String host = Optional.ofNullable(request.getHeader("Host")).orElse("localhost");
    boolean secure = request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto"));
    Request core = core(request);
    return new PageCall(
        request.getRequestURI(),
        new RawQuery(Optional.ofNullable(request.getQueryString()).orElse("")),
        AcceptHeader.read(Optional.ofNullable(request.getHeader("Accept")).orElse("")),
        (secure ? "https://" : "http://") + host,
        () -> clientRateLimit.mayDraw(core));
  }

  private static Request core(HttpServletRequest request) {
    return ServletContextRequest.getServletContextRequest(request);
  }

  /** Sends what fits into the connection's own buffers, and so keeps no thread waiting. */
  private void sendAtOnce(Context context, HttpResponse httpResponse) {
    begin(context, httpResponse);
    try {
      writeAll(context, httpResponse);
    } catch (IOException gone) {
      log.debug("the asker went before the answer was sent");
    }
    note(context, httpResponse);
  }

  private CompletableFuture<Void> send(Context context, HttpResponse httpResponse) {
    begin(context, httpResponse);
    try {
      if (httpResponse.length() > AT_ONCE && !isHead(context)) {
        context.res().setContentLength(httpResponse.length());
        return BodyWriter.write(context.res().getOutputStream(), httpResponse.parts())
            .thenRun(() -> note(context, httpResponse));
      }
      writeAll(context, httpResponse);
    } catch (IOException gone) {
      log.debug("the asker went before the answer was sent");
    }
    note(context, httpResponse);
    return CompletableFuture.completedFuture(null);
  }

  private static void begin(Context context, HttpResponse httpResponse) {
    context.status(httpResponse.status());
    httpResponse.headers().forEach((name, value) -> context.res().setHeader(name, value));
  }

  private void note(Context context, HttpResponse httpResponse) {
    requestTelemetry.answered(
        context.req().getMethod(),
        httpResponse.event(),
        new RequestTelemetry.Sent(
            httpResponse.status(), httpResponse.length(), core(context.req()).getBeginNanoTime()));
  }

  private static void writeAll(Context context, HttpResponse httpResponse) throws IOException {
    if (httpResponse.status() == 304) {
      writeNoBody(context);
      return;
    }
    context.res().setContentLength(httpResponse.length());
    if (!isHead(context)) {
      OutputStream out = context.res().getOutputStream();
      for (byte[] part : httpResponse.parts()) {
        out.write(part);
      }
    }
  }

  private static boolean isHead(Context context) {
    return context.req().getMethod().equals("HEAD");
  }

  /**
   * Sends the header as it is: no type of a body that is not there, and no length of 0, which in a
   * 304 would be the page's (RFC 9110, section 8.6).
   */
  private static void writeNoBody(Context context) throws IOException {
    context.res().setContentType(null);
    context.res().flushBuffer();
  }
}
