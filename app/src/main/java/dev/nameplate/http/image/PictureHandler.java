package dev.nameplate.http.image;

import dev.nameplate.http.message.AcceptHeader;
import dev.nameplate.http.message.ClientRateLimit;
import dev.nameplate.http.message.EntityTags;
import dev.nameplate.http.message.HttpResponse;
import dev.nameplate.http.message.ResponseWriter;
import dev.nameplate.http.monitor.RequestTelemetry;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.util.TraceParent;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers picture requests on Jetty's handler, before the servlet and Javalin. No thread waits for
 * a drawing or for a client that reads.
 */
public final class PictureHandler {
  private final ImageHandler images;
  private final ClientRateLimit clientRateLimit;
  private final RequestTelemetry requestTelemetry;
  private final Executor requestThreads;

  /**
   * @param images makes the responses
   * @param clientRateLimit the clients' limits
   * @param requestTelemetry metrics and access log
   * @param requestThreads runs what makes a response; none of it blocks
   */
  public PictureHandler(
      ImageHandler images,
      ClientRateLimit clientRateLimit,
      RequestTelemetry requestTelemetry,
      Executor requestThreads) {
    this.images = images;
    this.clientRateLimit = clientRateLimit;
    this.requestTelemetry = requestTelemetry;
    this.requestThreads = requestThreads;
  }

  /**
   * Answers a request on another thread.
   *
   * @param made gets the response before it is written
   */
  void handle(Request request, Response response, Callback callback, Consumer<HttpResponse> made) {
    requestThreads.execute(() -> answer(request, response, callback, made));
  }

  private void answer(
      Request request, Response response, Callback callback, Consumer<HttpResponse> made) {
    try {
      PictureCall call = call(request);
      images
          .answer(call)
          .thenAccept(
              httpResponse -> {
                made.accept(httpResponse);
                ResponseWriter.write(
                    httpResponse, request, response, recorded(httpResponse, call, callback));
              })
          .exceptionally(
              failed -> {
                ResponseWriter.fail(failed, request, response, callback);
                return null;
              });
    } catch (Throwable failed) {
      ResponseWriter.fail(failed, request, response, callback);
    }
  }

  /** Records the response when it is written, or when the client is gone. */
  private Callback recorded(HttpResponse httpResponse, PictureCall call, Callback callback) {
    int length = call.method().equals("HEAD") ? 0 : httpResponse.length();
    RequestTelemetry.Sent sent =
        new RequestTelemetry.Sent(httpResponse.status(), length, call.startNanos(), call.trace());
    return new Callback.Nested(callback) {
      @Override
      public void succeeded() {
        requestTelemetry.answered(call.method(), httpResponse.event(), sent);
        super.succeeded();
      }

      @Override
      public void failed(Throwable gone) {
        requestTelemetry.answered(call.method(), httpResponse.event(), sent);
        super.failed(gone);
      }
    };
  }

  private PictureCall call(Request request) {
    HttpURI target = request.getHttpURI();
    HttpFields headers = request.getHeaders();
    String path = target.getPath();
    String query = Optional.ofNullable(target.getQuery()).orElse("");
    return new PictureCall(
        request.getMethod(),
        path,
        new RawQuery(query),
        path.length() + query.length(),
        EntityTags.read(headers.getValues("If-None-Match")),
        AcceptHeader.read(Optional.ofNullable(headers.get("Accept")).orElse("")),
        () -> clientRateLimit.mayDraw(request),
        request.getBeginNanoTime(),
        TraceParent.parse(headers.get(TraceParent.HEADER)));
  }
}
