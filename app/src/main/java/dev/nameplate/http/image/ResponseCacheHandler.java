package dev.nameplate.http.image;

import dev.nameplate.http.message.EntityTags;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.http.message.ResponseWriter;
import dev.nameplate.http.monitor.RequestTelemetry;
import dev.nameplate.template.library.TemplateLibrary;
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
 * Answers what was asked before, ahead of the servlet and the framework: the question is hashed as
 * it came, nothing of it is read, and the header is there in bytes.
 *
 * <p>It never blocks, so Jetty runs it on the thread that read the request. Other pictures have
 * threads of their own, and pages are handed to the server's pool, where they may block; so neither
 * slow answers nor slow readers of them keep a known answer waiting.
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
   * @param pictures answers what has no known answer
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
    this.responseCache = new ResponseCache<>(maxBytes);
  }

  /**
   * A question that had no known answer.
   *
   * @param generation of the templates when it was asked
   */
  private record Asked(TargetHash target, long generation) {}

  /** Keeps the answer to a question, where it may be given again. */
  private void keep(Asked asked, HttpResponse httpResponse) {
    httpResponse.repeatableUntil().ifPresent(until -> keep(asked, httpResponse, until));
  }

  private void keep(Asked asked, HttpResponse httpResponse, Instant until) {
    CachedResponse known =
        CachedResponse.of(httpResponse, requestTelemetry.repeats(httpResponse.event()));
    try {
      if (httpResponse.status() == 200) {
        responseCache.keepPicture(known.etag(), httpResponse.parts());
      }
      responseCache.keep(asked.target(), known, asked.generation(), until);
    } catch (OutOfMemoryError full) {
      log.warn("NAMEPLATE_HOT_BYTES is more than this process may take outside its heap");
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
      Asked asked = new Asked(hash(target, request.getHeaders()), templates.generation());
      Instant now = clock.instant();
      Optional<CachedResponse> known = responseCache.find(asked.target(), asked.generation(), now);
      if (known.isEmpty()
          || !answer(known.get(), new Exchange(request, response, callback, now), start)) {
        pictures.handle(request, response, callback, httpResponse -> keep(asked, httpResponse));
      }
    }
    return true;
  }

  private boolean answer(CachedResponse known, Exchange exchange, long start) {
    if (holds(exchange.request().getHeaders(), known.etag())) {
      exchange.response().setStatus(304);
      exchange.head(known, known.unmodified());
      // Not the last write, or a length of 0 would be sent as the picture's (RFC 9110, 8.6).
      exchange.response().write(false, BufferUtil.EMPTY_BUFFER, exchange.callback());
      requestTelemetry.unmodified(known.template(), known.counters(), start);
      return true;
    }
    Optional<ByteBuffer> body = known.whole().flatMap(whole -> responseCache.picture(known.etag()));
    if (body.isEmpty()) {
      return false;
    }
    int length = body.get().remaining();
    known.whole().ifPresent(head -> exchange.head(known, head));
    exchange.response().write(true, body.get(), exchange.callback());
    requestTelemetry.repeated(known.template(), known.counters(), length, start);
    return true;
  }

  /** Whether {@code If-None-Match} matches; nearly always it is the one tag, letter by letter. */
  private static boolean holds(HttpFields headers, String etag) {
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

  /** Whether the path surely has an ending; {@code @1.5x} is none, it has a digit. */
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
    void head(CachedResponse known, HttpFields head) {
      response.getHeaders().add(head);
      known
          .aging()
          .ifPresent(
              aging ->
                  response.getHeaders().put(HttpHeader.CACHE_CONTROL, aging.cacheControl(now)));
    }
  }
}
