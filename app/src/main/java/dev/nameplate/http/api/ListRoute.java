package dev.nameplate.http.api;

import dev.nameplate.api.ApiException;
import dev.nameplate.api.Caller;
import dev.nameplate.api.CreateUrlList;
import dev.nameplate.api.ErrorCode;
import dev.nameplate.api.ListOrderReader;
import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.Tally;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.util.Sha256;
import io.javalin.http.Context;
import java.io.IOException;
import java.security.DigestOutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /v1/urls}: a list in the body, the same list with a URL for each row as the answer.
 * The body is read to its end before the answer begins; the answer is sent as it is made. All that
 * can be wrong is told before the first byte of it, but for what fails here meanwhile: then the
 * connection ends without the end of the answer.
 */
public final class ListRoute {
  /** Its path. */
  static final String PATH = "/v1/urls";

  private static final Logger log = LoggerFactory.getLogger(ListRoute.class);
  static final String LIST_TYPES =
      "(text/(csv|plain|tab-separated-values)|application/(csv|jsonl|jsonlines|x-jsonlines"
          + "|ndjson|x-ndjson|vnd\\.ms-excel|octet-stream))";

  private final CreateUrlList lists;
  private final ApiAccess access;
  private final ListWork work;
  private final ApiErrors errors = new ApiErrors();

  /**
   * @param lists writes a URL into each row
   * @param access tells who calls
   * @param work reads a list's body and runs what works on it
   */
  public ListRoute(CreateUrlList lists, ApiAccess access, ListWork work) {
    this.lists = lists;
    this.access = access;
    this.work = work;
  }

  /** Whether a request's body is a list, which is read here and nowhere before. */
  static boolean readsBodyOf(Request request) {
    String path = Request.getPathInContext(request);
    return request.getMethod().equals("POST")
        && Set.of(PATH, PATH + "/", BatchRoutes.PATH, BatchRoutes.PATH + "/").contains(path);
  }

  /** Answers a call. */
  void handle(Context context) {
    Request request = ServletContextRequest.getServletContextRequest(context.req());
    context.future(
        () ->
            allowed(context, request)
                .<Supplier<CompletableFuture<Void>>>thenApply(
                    order -> () -> run(context, request, order))
                .exceptionally(refused -> () -> refuse(request, refused))
                .thenCompose(Supplier::get)
                .exceptionally(
                    failed -> {
                      end(context, request, failed);
                      return null;
                    }));
  }

  /** What is to be done, and for whom. */
  private record Order(UrlBatch.Job job, Caller caller) {}

  /** What is to be done, of a caller who may ask for it. */
  private CompletableFuture<Order> allowed(Context context, Request request) {
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
                checkType(context);
                UrlBatch.Job job = lists.job(ListOrderReader.read(context.queryParamMap()), caller);
                if (request.getLength() > work.maxBytes()) {
                  throw SpooledBody.tooLarge(work.maxBytes());
                }
                return lists.admit(job, caller).thenApply(admitted -> new Order(job, caller));
              });
    } catch (RuntimeException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  private static void checkType(Context context) {
    String type = Optional.ofNullable(context.header("Content-Type")).orElse("");
    String plain = type.toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*$", "").strip();
    String coding = Optional.ofNullable(context.header("Content-Encoding")).orElse("identity");
    if (!(plain.isEmpty() || plain.matches(LIST_TYPES)) || !coding.equals("identity")) {
      throw ApiException.of(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "the body is the list itself, neither in a form nor compressed; allowed: Content-Type:"
              + " text/csv, or application/jsonl for JSON Lines. curl: -H 'Content-Type: text/csv'"
              + " --data-binary @people.csv");
    }
    String accept = Optional.ofNullable(context.header("Accept")).orElse("");
    if (!accept.isEmpty()
        && !accept.toLowerCase(Locale.ROOT).matches(".*(\\*/\\*|text/|application/).*")) {
      throw ApiException.of(
          ErrorCode.NOT_ACCEPTABLE, "the answer is a list in the form of the one that was sent");
    }
  }

  private CompletableFuture<Void> refuse(Request request, Throwable reason) {
    return new ListUpload(request, work.body(), work.disk()).refuse(reason);
  }

  private CompletableFuture<Void> run(Context context, Request request, Order order) {
    if (!work.enter()) {
      return refuse(
          request,
          ApiException.of(
              ErrorCode.OVERLOADED,
              "as many lists as NAMEPLATE_LISTS allows are here already; try again soon"));
    }
    SpooledBody body = work.body();
    return new ListUpload(request, body, work.disk())
        .read()
        .thenCompose(all -> work.run(() -> write(context, order, body)))
        .whenComplete(
            (done, failed) -> {
              body.close();
              work.leave();
            });
  }

  private void write(Context context, Order order, SpooledBody body) throws IOException {
    UrlBatch.Job job = order.job();
    ListPlan plan = lists.plan(job, body::open);
    boolean jsonLines = plan.form().dialect().jsonLines();
    context.status(200);
    ApiRoutes.common(context);
    context.contentType(
        jsonLines
            ? "application/jsonl"
            : "text/csv;charset="
                + plan.form().dialect().encoding().label().toLowerCase(Locale.ROOT));
    context.header(
        "Content-Disposition", "attachment; filename=\"urls." + (jsonLines ? "jsonl\"" : "csv\""));
    context.header(
        "Nameplate-Columns",
        plan.map().columns().entrySet().stream()
            .map(column -> column.getKey() + "=" + (column.getValue() + 1))
            .collect(Collectors.joining(", ")));
    if (context.protocol().equals("HTTP/1.1")) {
      // Else the end of the connection would be that of the answer, wherever it breaks.
      context.header("Transfer-Encoding", "chunked");
    }
    DigestOutputStream out =
        new DigestOutputStream(context.res().getOutputStream(), Sha256.start());
    Tally tally = lists.write(job, plan, body::open, out);
    lists.count(job, order.caller(), tally, out.getMessageDigest().digest());
  }

  /** Tells what went wrong; where the answer has begun, nobody may take it for whole. */
  private void end(Context context, Request request, Throwable failed) {
    if (!context.res().isCommitted()) {
      context.res().resetBuffer();
      context.res().setHeader("Content-Disposition", null);
      context.res().setHeader("Nameplate-Columns", null);
      context.res().setHeader("Transfer-Encoding", null);
      errors.send(context, failed);
      return;
    }
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    log.info("api list: the answer ended early, {}", cause.getClass().getName());
    request.getConnectionMetaData().getConnection().getEndPoint().close();
  }
}
