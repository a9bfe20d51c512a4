package dev.nameplate.http.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.batch.csv.ListException;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.message.HttpResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in who may come in, answers problems, and sends answers when they are ready. */
final class EditorHandlers {
  private static final Logger log = LoggerFactory.getLogger(EditorHandlers.class);

  private final EditorAccess access;

  EditorHandlers(EditorAccess access) {
    this.access = access;
  }

  /** The server's own request, which has the facts that access goes by. */
  static Request request(Context context) {
    return ServletContextRequest.getServletContextRequest(context.req());
  }

  /** A route that is answered later, for whoever may edit the template that the path names. */
  Handler later(Function<EditorCall, CompletableFuture<HttpResponse>> answer) {
    return context -> {
      CompletableFuture<HttpResponse> response =
          started(context, answer).exceptionally(failed -> problem(context, failed));
      if (response.isDone()) {
        send(context, response.join());
      } else {
        context.future(() -> response.thenAccept(ready -> send(context, ready)));
      }
    };
  }

  /** A route that is answered at once, for whoever may edit the template that the path names. */
  Handler now(Function<EditorCall, HttpResponse> answer) {
    return later(call -> CompletableFuture.completedFuture(answer.apply(call)));
  }

  /** A page: who may not see it is told in words, or sent to sign in. */
  Handler page(Function<EditorCall, HttpResponse> answer) {
    return context -> {
      try {
        send(context, answer.apply(admitted(context)));
      } catch (EditorException refused) {
        send(context, refusedPage(context, refused));
      }
    };
  }

  private CompletableFuture<HttpResponse> started(
      Context context, Function<EditorCall, CompletableFuture<HttpResponse>> answer) {
    try {
      return answer.apply(admitted(context));
    } catch (RuntimeException failed) {
      return CompletableFuture.failedFuture(failed);
    }
  }

  private EditorCall admitted(Context context) {
    Request request = request(context);
    boolean named = context.pathParamMap().containsKey("id");
    return new EditorCall(
        context,
        named ? access.session(request, context.pathParam("id")) : access.session(request));
  }

  private HttpResponse refusedPage(Context context, EditorException refused) {
    boolean signIn = refused.code().status() == 401 && access.mode() == EditorMode.TOKEN;
    if (signIn) {
      return HttpResponse.empty(
          303,
          Map.of(
              "Location",
              "/login?to=" + LoginRoutes.encoded(context.path()),
              "Cache-Control",
              CachePolicy.NO_STORE));
    }
    String text = refused.code().title() + ": " + refused.getMessage() + ".\n";
    return HttpResponse.of(
        refused.code().status(),
        "text/plain; charset=utf-8",
        text.getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", CachePolicy.NO_STORE));
  }

  /** The answer to a request that failed. Only the class of an unexpected failure is logged. */
  static HttpResponse problem(Context context, Throwable failed) {
    Throwable cause = cause(failed);
    EditorException known = known(failed);
    log.info("editor {} {}", known.code().status(), known.code().label());
    if (known.code() == EditorCode.INTERNAL) {
      StackTraceElement[] trace = cause.getStackTrace();
      log.error("editor: {} at {}", cause.getClass().getName(), trace.length == 0 ? "-" : trace[0]);
    }
    Map<String, String> more = new LinkedHashMap<>();
    if (known.code() == EditorCode.OVERLOADED) {
      more.put("Retry-After", "1");
    }
    if (known.code().status() == 401) {
      more.put("WWW-Authenticate", "Bearer realm=\"nameplate\"");
    }
    return json(known.code().status(), "application/problem+json", known.problem(), more);
  }

  private static Throwable cause(Throwable failed) {
    return failed instanceof CompletionException && failed.getCause() != null
        ? failed.getCause()
        : failed;
  }

  /** What a failure means to whoever asked. */
  static EditorException known(Throwable failed) {
    Throwable cause = cause(failed);
    if (cause instanceof EditorException known) {
      return known;
    }
    if (cause instanceof CancellationException) {
      return new EditorException(EditorCode.SUPERSEDED, "ask again with the newest draft");
    }
    if (cause instanceof ListException list) {
      return new EditorException(EditorCode.INVALID_LIST, list.what());
    }
    return cause instanceof RejectedExecutionException
        ? new EditorException(EditorCode.OVERLOADED, "keep what is shown and ask again in a second")
        : new EditorException(EditorCode.INTERNAL, "it is in the server's log");
  }

  /** JSON that is not kept. */
  static HttpResponse json(int status, ObjectNode root, Map<String, String> more) {
    return json(status, "application/json", root, more);
  }

  private static HttpResponse json(
      int status, String type, ObjectNode root, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Cache-Control", CachePolicy.NO_STORE);
    headers.put("X-Robots-Tag", "noindex");
    headers.put("Referrer-Policy", "no-referrer");
    headers.putAll(more);
    return HttpResponse.of(status, type, root.toString().getBytes(StandardCharsets.UTF_8), headers);
  }

  /** Hands an answer to the framework, which writes it. */
  static void send(Context context, HttpResponse response) {
    context.status(response.status());
    response.headers().forEach((name, value) -> context.res().setHeader(name, value));
    if (response.parts().isEmpty()) {
      context.res().setContentType(null);
      return;
    }
    context.res().setContentLength(response.length());
    context.result(new ByteArrayInputStream(response.parts().get(0)));
  }
}
