package dev.nameplate.http;

import dev.nameplate.merge.RawQuery;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests for pictures ahead of the servlet and the framework. None of it blocks: a
 * drawing is waited for, and an answer sent, without a thread.
 */
final class PictureHandler {
  private final ImageHandler images;
  private final Callers callers;
  private final Watch watch;
  private final Executor asking;

  /**
   * @param asking runs what works out an answer
   */
  PictureHandler(ImageHandler images, Callers callers, Watch watch, Executor asking) {
    this.images = images;
    this.callers = callers;
    this.watch = watch;
    this.asking = asking;
  }

  /**
   * Answers on other threads.
   *
   * @param made is told the answer before it is sent
   */
  void handle(Request request, Response response, Callback callback, Consumer<Answer> made) {
    asking.execute(() -> answer(request, response, callback, made));
  }

  private void answer(
      Request request, Response response, Callback callback, Consumer<Answer> made) {
    try {
      PictureCall call = call(request);
      images
          .answer(call)
          .thenAccept(
              answer -> {
                made.accept(answer);
                AnswerWriter.write(answer, request, response, noted(answer, call, callback));
              })
          .exceptionally(
              failed -> {
                AnswerWriter.fail(failed, request, response, callback);
                return null;
              });
    } catch (Throwable failed) {
      AnswerWriter.fail(failed, request, response, callback);
    }
  }

  /** Whether an answer was taken whole or its reader went, it was given. */
  private Callback noted(Answer answer, PictureCall call, Callback callback) {
    int length = call.method().equals("HEAD") ? 0 : answer.length();
    Watch.Sent sent = new Watch.Sent(answer.status(), length, call.since());
    return new Callback.Nested(callback) {
      @Override
      public void succeeded() {
        watch.answered(call.method(), answer.event(), sent);
        super.succeeded();
      }

      @Override
      public void failed(Throwable gone) {
        watch.answered(call.method(), answer.event(), sent);
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
        () -> callers.mayDraw(request),
        request.getBeginNanoTime());
  }
}
