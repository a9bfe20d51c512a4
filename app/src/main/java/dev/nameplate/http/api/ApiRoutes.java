package dev.nameplate.http.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.api.ApiException;
import dev.nameplate.api.Caller;
import dev.nameplate.api.CreateImageUrl;
import dev.nameplate.api.ErrorCode;
import dev.nameplate.api.ExplainImage;
import dev.nameplate.api.ImageOrder;
import dev.nameplate.api.ImageOrderReader;
import dev.nameplate.api.ImageUrlResult;
import dev.nameplate.api.TemplateCatalog;
import dev.nameplate.http.message.AcceptHeader;
import dev.nameplate.http.message.CachePolicy;
import dev.nameplate.http.page.PageErrors;
import dev.nameplate.template.Template;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes below {@code /v1}. */
public final class ApiRoutes {
  private static final Logger log = LoggerFactory.getLogger(ApiRoutes.class);
  static final String JSON = "application/json";
  private static final String USAGE = "/v1/usage";
  private static final String TEMPLATES = "/v1/templates/";
  private static final String REFRESH = "/refresh";

  /** The media types of bodies, in lower case, without spaces and quotes. */
  private static final Pattern TYPE =
      Pattern.compile("application/([a-z0-9.-]+\\+)?json(;charset=utf-8)?(;[a-z]+=.*)?");

  /** Every path with its methods, for whoever takes another. */
  private static final Map<String, List<String>> METHODS =
      Map.of(
          "/v1/images",
          List.of("POST"),
          "/v1/generate",
          List.of("POST"),
          "/v1/explain",
          List.of("POST"),
          "/v1/templates",
          List.of("GET", "HEAD"),
          ListRoute.PATH,
          List.of("POST"),
          USAGE,
          List.of("GET", "HEAD"),
          "/v1/openapi.json",
          List.of("GET", "HEAD"));

  private final UseCases cases;
  private final ApiAccess access;
  private final ApiErrors errors;
  private final Executor onward;
  private final ListRoute lists;
  private final BatchRoutes batches;
  private final Optional<BatchPages> pages;
  private final List<String> origins;

  /**
   * The work that the routes hand calls to.
   *
   * @param create makes URLs
   * @param explain explains how a picture would be drawn
   * @param templates lists the templates that a caller may use
   * @param operator calls of those who run the server
   * @param verifier says which templates take signed URLs only
   */
  public record UseCases(
      CreateImageUrl create,
      ExplainImage explain,
      TemplateCatalog templates,
      OperatorCalls operator,
      UrlVerifier verifier) {}

  /**
   * Where lists go.
   *
   * @param now answers short ones at once
   * @param jobs takes those of any length
   * @param pages shows jobs to people; empty for no pages
   */
  public record Lists(ListRoute now, BatchRoutes jobs, Optional<BatchPages> pages) {}

  /**
   * @param lists answers lists
   * @param onward runs what follows a drawing
   */
  public ApiRoutes(
      UseCases cases, ApiAccess access, ApiSettings settings, Lists lists, Executor onward) {
    this.cases = cases;
    this.access = access;
    this.errors = new ApiErrors();
    this.origins = settings.origins();
    this.lists = lists.now();
    this.batches = lists.jobs();
    this.pages = lists.pages();
    this.onward = onward;
  }

  /**
   * Adds the routes below {@code /v1} and those of the API's documentation. Any other path below
   * {@code /v1} is answered with 404, and a known path with another method, except OPTIONS, with
   * 405; both are problem details (RFC 9457).
   */
  public void addTo(JavalinConfig config) {
    DocsRoutes.addTo(config);
    RoutesConfig routes = config.routes;
    routes.post("/v1/images", posted(this::image));
    routes.post("/v1/generate", posted(this::image));
    routes.post("/v1/explain", posted(this::explain));
    routes.post(ListRoute.PATH, lists::handle);
    batches.addTo(routes);
    pages.ifPresent(shown -> shown.addTo(routes));
    get(routes, "/v1/templates", this::templates);
    get(routes, "/v1/templates/<id>", this::template);
    routes.post("/v1/templates/<id>" + REFRESH, called(cases.operator()::refresh));
    Handler usage = called((context, caller) -> cases.operator().usage(context, caller, onward));
    routes.get(USAGE, usage);
    routes.head(USAGE, usage);
    for (String path : List.of("/v1", "/v1/<rest>")) {
      Handler other = context -> errors.send(context, other(context));
      routes.get(path, other);
      routes.head(path, other);
      routes.post(path, other);
      routes.put(path, other);
      routes.patch(path, other);
      routes.delete(path, other);
      routes.options(path, this::options);
    }
    routes.exception(
        MethodNotAllowedResponse.class,
        (failed, context) -> {
          if (context.path().startsWith("/v1/")) {
            errors.send(context, other(context));
          } else {
            PageErrors.send(context, failed);
          }
        });
  }

  private void get(RoutesConfig routes, String path, BiFunction<Context, Caller, ObjectNode> get) {
    Handler handler =
        called(
            (context, caller) -> {
              takesJson(context);
              cors(context);
              json(context, 200, JSON, get.apply(context, caller));
              return CompletableFuture.completedFuture(null);
            });
    routes.get(path, handler);
    routes.head(path, handler);
  }

  private ObjectNode templates(Context context, Caller caller) {
    List<Template> list = cases.templates().list(caller);
    boolean[] signed = new boolean[list.size()];
    for (int at = 0; at < signed.length; at++) {
      signed[at] = cases.verifier().isSigned(list.get(at));
    }
    return TemplateJson.list(list, signed);
  }

  private ObjectNode template(Context context, Caller caller) {
    if (isRefresh(context)) {
      throw other(context);
    }
    TemplateCatalog.Entry entry = cases.templates().find(context.pathParam("id"), caller);
    return TemplateJson.of(entry, cases.verifier().isSigned(entry.template()));
  }

  /**
   * Checks that a caller takes JSON.
   *
   * @throws ApiException where not
   */
  static void takesJson(Context context) {
    if (!accept(context).takesJson()) {
      throw ApiException.of(ErrorCode.NOT_ACCEPTABLE, "this answer is JSON");
    }
  }

  private CompletableFuture<?> image(Context context, Caller caller) {
    AcceptHeader accept = accept(context);
    boolean picture = accept.prefersPicture();
    if (!picture && !accept.takesJson()) {
      throw ApiException.of(
          ErrorCode.NOT_ACCEPTABLE, "the answer is JSON, or a picture in an image/… type");
    }
    ImageOrder order = order(context);
    return cases
        .create()
        .run(order, caller, picture ? accept::best : CreateImageUrl::usual, onward)
        .thenCompose(
            result ->
                picture && result.picture().isEmpty()
                    ? cases.create().draw(result, caller, onward)
                    : CompletableFuture.completedFuture(result))
        .thenAccept(result -> send(context, accept, picture, result));
  }

  private static void send(
      Context context, AcceptHeader accept, boolean picture, ImageUrlResult result) {
    if (!picture) {
      json(context, 200, JSON, ApiJson.of(result));
      return;
    }
    if (!accept.takes(result.format())) {
      throw ApiException.of(
          ErrorCode.NOT_ACCEPTABLE, "the picture is " + result.format().mediaType());
    }
    byte[] body = result.picture().orElseThrow().toByteArray();
    context.status(200);
    common(context);
    context.contentType(result.format().mediaType());
    write(context, body);
  }

  private CompletableFuture<?> explain(Context context, Caller caller) {
    takesJson(context);
    return cases
        .explain()
        .run(order(context), caller, onward)
        .thenAccept(result -> json(context, 200, JSON, ApiJson.of(result)));
  }

  private static ImageOrder order(Context context) {
    BodyHandler.Body body = BodyHandler.of(context.attribute(BodyHandler.attribute()));
    if (!body.complete()) {
      throw ApiException.of(
          ErrorCode.BODY_TOO_LARGE, "a body has at most " + BodyHandler.MOST + " bytes");
    }
    String type = Optional.ofNullable(context.header("Content-Type")).orElse("");
    String plain = type.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
    if (!TYPE.matcher(plain).matches()
        || (plain.contains("charset=") && !plain.contains("charset=utf-8"))) {
      throw ApiException.of(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE, "allowed: Content-Type: application/json, in UTF-8");
    }
    return ImageOrderReader.read(JsonBody.read(body.bytes()));
  }

  /** A call of a caller who may make it, and not too often. */
  private interface Call {
    CompletableFuture<?> answer(Context context, Caller caller);
  }

  private Handler posted(Call call) {
    return called(call);
  }

  private Handler called(Call call) {
    return context -> {
      CompletableFuture<?> answer =
          start(context, call)
              .exceptionally(
                  failed -> {
                    errors.send(context, failed);
                    return null;
                  });
      // The framework leaves the request's thread for every future, even for one that is done.
      if (!answer.isDone()) {
        context.future(() -> answer);
      }
    };
  }

  private CompletableFuture<?> start(Context context, Call call) {
    try {
      Caller caller = access.caller(context);
      return access
          .take(context, caller)
          .thenCompose(
              taken -> {
                if (!taken) {
                  throw ApiException.of(
                      ErrorCode.RATE_LIMITED, "the token's calls for now are used up");
                }
                return call.answer(context, caller).thenApply(done -> null);
              });
    } catch (RuntimeException failed) {
      return CompletableFuture.failedFuture(failed);
    }
  }

  private static AcceptHeader accept(Context context) {
    return AcceptHeader.read(Optional.ofNullable(context.header("Accept")).orElse(""));
  }

  private ApiException other(Context context) {
    List<String> allowed = allowed(context);
    if (allowed.isEmpty()) {
      return ApiErrors.notFound();
    }
    context.header("Allow", String.join(", ", allowed));
    return ApiErrors.methodNotAllowed(allowed);
  }

  /** Whether a path is that of a refresh, and not that of a template with such a name. */
  private boolean isRefresh(Context context) {
    String path = context.path().replaceFirst("/$", "");
    return path.startsWith(TEMPLATES)
        && path.endsWith(REFRESH)
        && path.length() > TEMPLATES.length() + REFRESH.length()
        && !cases.templates().exists(path.substring(TEMPLATES.length()));
  }

  private List<String> allowed(Context context) {
    String path = context.path().replaceFirst("/$", "");
    if (isRefresh(context)) {
      return List.of("POST");
    }
    return path.startsWith(TEMPLATES)
        ? List.of("GET", "HEAD")
        : METHODS.getOrDefault(path, BatchRoutes.methods(path));
  }

  /** Pages of the origins that the operator names may read templates, and nothing else. */
  private void cors(Context context) {
    if (!origins.isEmpty()) {
      context.header("Vary", "Origin");
      Optional.ofNullable(context.header("Origin"))
          .filter(origins::contains)
          .ifPresent(origin -> context.header("Access-Control-Allow-Origin", origin));
    }
  }

  private void options(Context context) {
    List<String> allowed = allowed(context);
    if (allowed.isEmpty()) {
      errors.send(context, ApiErrors.notFound());
      return;
    }
    context.status(204);
    context.res().setContentType(null);
    context.header("Allow", String.join(", ", allowed) + ", OPTIONS");
    if (context.path().startsWith("/v1/templates")) {
      cors(context);
      if (context.res().containsHeader("Access-Control-Allow-Origin")) {
        context.header("Access-Control-Allow-Methods", "GET, HEAD");
        context.header("Access-Control-Allow-Headers", "Authorization");
        context.header("Access-Control-Max-Age", "600");
      }
    }
  }

  /** Sends JSON, which is never kept: it holds a recipient's data. */
  static void json(Context context, int status, String type, ObjectNode root) {
    byte[] body = ApiJson.bytes(root);
    context.status(status);
    common(context);
    context.contentType(type);
    write(context, body);
  }

  /** Straight to the client, since the framework would copy it through a buffer of its own. */
  private static void write(Context context, byte[] body) {
    context.res().setContentLength(body.length);
    try {
      context.res().getOutputStream().write(body);
    } catch (IOException gone) {
      log.debug("a caller went before the answer came");
    }
  }

  /** Sets the headers that every answer of the API has. */
  static void common(Context context) {
    context.header("Cache-Control", CachePolicy.NO_STORE);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Robots-Tag", "noindex");
    context.header("Referrer-Policy", "no-referrer");
  }
}
