package dev.nameplate.http.image;

import dev.nameplate.http.message.EntityTags;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.http.message.ResponseWriter;
import dev.nameplate.http.monitor.RequestTelemetry;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.util.TraceParent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers repeated picture requests from the response cache, before the servlet and Javalin: the
 * request's target is hashed as received and not parsed.
 *
 * <p>It never blocks, so Jetty runs it on the thread that read the request. Other picture requests
 * have their own threads, and pages are handed to the server's pool, where they may block; so
 * neither delays a cached response.
 */
public final class ResponseCacheHandler extends Handler.Wrapper {
  private static final Logger log = LoggerFactory.getLogger(ResponseCacheHandler.class);

  private final TemplateLibrary templates;
  private final InstantSource clock;
  private final RequestTelemetry requestTelemetry;
  private final PictureHandler pictures;
  private final TargetHasher hasher = new TargetHasher();
  private final ResponseCache<CachedResponse> responseCache;

  /**
   * @param templates a change to one invalidates its responses
   * @param clock decides until when a response is valid
   * @param maxBytes capacity of the cache in bytes; 0 caches nothing
   * @param requestTelemetry metrics and access log
   * @param pictures answers what is not cached
   */
  public ResponseCacheHandler(
      TemplateLibrary templates,
      InstantSource clock,
      long maxBytes,
      RequestTelemetry requestTelemetry,
      PictureHandler pictures) {
    this.requestTelemetry = requestTelemetry;
    this.pictures = pictures;
    this.templates = templates;
    this.clock = clock;
    this.responseCache =
        new ResponseCache<>(maxBytes, cached -> templates.changedIn(cached.template()));
  }

  /**
   * A request that is not cached.
   *
   * @param generation of the templates when it arrived
   */
  private record Miss(TargetHash target, long generation) {}

  /** Stores the response to a request, where it may be sent again. */
  private void keep(Miss miss, HttpResponse httpResponse) {
    httpResponse.repeatableUntil().ifPresent(until -> keep(miss, httpResponse, until));
  }

  private void keep(Miss miss, HttpResponse httpResponse, Instant until) {
    CachedResponse cached = CachedResponse.of(httpResponse);
    try {
      if (httpResponse.status() == 200) {
        responseCache.keepPicture(cached.etag(), httpResponse.parts());
      }
      responseCache.keep(miss.target(), cached, miss.generation(), until);
    } catch (OutOfMemoryError full) {
      log.warn(
          "NAMEPLATE_RESPONSE_CACHE_BYTES is more than this process may take outside its heap");
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    long start = System.nanoTime();
    HttpURI target = request.getHttpURI();
    if (!isPicture(target.getPath())) {
      request.getComponents().getExecutor().execute(() -> now(request, response, callback));
    } else if (!HttpMethod.GET.is(request.getMethod())) {
      pictures.handle(request, response, callback, httpResponse -> {});
    } else {
      Miss miss = new Miss(hash(target, request.getHeaders()), templates.generation());
      Instant now = clock.instant();
      Optional<CachedResponse> cached = responseCache.find(miss.target(), now);
      if (cached.isEmpty()
          || !answer(cached.get(), new Exchange(request, response, callback, now), start)) {
        pictures.handle(request, response, callback, httpResponse -> keep(miss, httpResponse));
      }
    }
    return true;
  }

  private boolean answer(CachedResponse cached, Exchange exchange, long start) {
    if (hasCurrent(exchange.request().getHeaders(), cached.etag())) {
      exchange.response().setStatus(304);
      exchange.head(cached, cached.unmodified());
      // Not the last write, or a length of 0 would be sent as the picture's (RFC 9110, 8.6).
      exchange.response().write(false, BufferUtil.EMPTY_BUFFER, exchange.callback());
      repeated(cached, exchange.request(), 304, 0, start);
      return true;
    }
    Optional<ByteBuffer> body =
        cached.whole().flatMap(whole -> responseCache.picture(cached.etag()));
    if (body.isEmpty()) {
      return false;
    }
    int length = body.get().remaining();
    cached.whole().ifPresent(head -> exchange.head(cached, head));
    exchange.response().write(true, body.get(), exchange.callback());
    repeated(cached, exchange.request(), 200, length, start);
    return true;
  }

  private void repeated(
      CachedResponse cached, Request request, int status, int length, long start) {
    Optional<TraceParent> trace = TraceParent.parse(request.getHeaders().get(TraceParent.HEADER));
    requestTelemetry.repeated(
        cached.template(),
        cached.reasons(),
        new RequestTelemetry.Sent(status, length, start, trace));
  }

  /** Whether {@code If-None-Match} lists the tag; nearly always it is exactly that tag. */
  private static boolean hasCurrent(HttpFields headers, String etag) {
    String first = headers.get(HttpHeader.IF_NONE_MATCH);
    return first != null
        && (first.equals(etag)
            || EntityTags.read(headers.getValues(HttpHeader.IF_NONE_MATCH.asString())).match(etag));
  }

  private TargetHash hash(HttpURI target, HttpFields headers) {
    String path = target.getPath();
    return hasher.of(
        path,
        orEmpty(target.getQuery()),
        namesFormat(path) ? "" : orEmpty(headers.get(HttpHeader.ACCEPT)));
  }

  /** Whether the path surely has an ending; {@code @1.5x} is none, since it has a digit. */
  private static boolean namesFormat(String path) {
    int at = path.length() - 1;
    while (at > 0 && path.charAt(at) >= 'a' && path.charAt(at) <= 'z') {
      at--;
    }
    return path.charAt(at) == '.' && at < path.length() - 1;
  }

  private static boolean isPicture(@Nullable String path) {
    return path != null && path.startsWith("/i/");
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void now(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Throwable failed) {
      ResponseWriter.fail(failed, request, response, callback);
    }
  }

  private record Exchange(Request request, Response response, Callback callback, Instant now) {
    void head(CachedResponse cached, HttpFields head) {
      response.getHeaders().add(head);
      cached
          .aging()
          .ifPresent(
              aging ->
                  response.getHeaders().put(HttpHeader.CACHE_CONTROL, aging.cacheControl(now)));
    }
  }
}
