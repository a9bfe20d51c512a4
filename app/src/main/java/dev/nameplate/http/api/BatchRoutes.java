package dev.nameplate.http.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nameplate.access.token.Scope;
import dev.nameplate.api.ApiException;
import dev.nameplate.api.BatchOrder;
import dev.nameplate.api.Caller;
import dev.nameplate.api.ErrorCode;
import dev.nameplate.api.ManageBatches;
import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.JobChange;
import dev.nameplate.batch.job.JobDownloads;
import dev.nameplate.batch.job.JobMode;
import dev.nameplate.batch.job.Jobs;
import dev.nameplate.batch.job.NewJob;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /v1/batches}: lists of any length, worked on in the background. */
public final class BatchRoutes {
  /** Its path. */
  static final String PATH = "/v1/batches";

  private static final Logger log = LoggerFactory.getLogger(BatchRoutes.class);
  private static final int MOST_NAME = 255;

  private final ManageBatches batches;
  private final ApiAccess access;
  private final ListWork work;
  private final EventStreams streams;
  private final ApiErrors errors = new ApiErrors();
  private final JobHtml html;
  private final Set<String> arriving = ConcurrentHashMap.newKeySet();

  /**
   * @param work runs what waits for a disk or a reader
   * @param streams writes events
   */
  public BatchRoutes(ManageBatches batches, ApiAccess access, ListWork work, EventStreams streams) {
    this.batches = batches;
    this.access = access;
    this.work = work;
    this.streams = streams;
    this.html = new JobHtml(access.hasSignIn());
  }

  /** The methods of a path below {@code /v1}; none where it is no path of jobs. */
  static List<String> methods(String path) {
    if (path.equals(PATH)) {
      return List.of("GET", "HEAD", "POST");
    }
    if (!path.startsWith(PATH + "/")) {
      return List.of();
    }
    String below = path.substring(PATH.length() + 1);
    int slash = below.indexOf('/');
    return switch (slash < 0 ? "" : below.substring(slash + 1)) {
      case "" -> List.of("GET", "HEAD", "DELETE");
      case "events", "results.csv", "failed.csv", "files.zip" -> List.of("GET", "HEAD");
      case "deliveries" -> List.of("GET", "HEAD", "POST");
      case "pause", "resume", "cancel" -> List.of("POST");
      default -> List.of();
    };
  }

  /** Adds the routes. */
  void addTo(RoutesConfig routes) {
    routes.post(PATH, this::submit);
    get(routes, PATH, this::list);
    get(routes, PATH + "/{id}", this::show);
    routes.delete(PATH + "/{id}", called(this::delete));
    for (String change : List.of("pause", "resume", "cancel")) {
      routes.post(
          PATH + "/{id}/" + change, called((context, caller) -> change(context, caller, change)));
    }
    get(routes, PATH + "/{id}/events", this::events);
    get(routes, PATH + "/{id}/results.csv", (context, caller) -> download(context, caller, "urls"));
    get(
        routes,
        PATH + "/{id}/failed.csv",
        (context, caller) -> download(context, caller, "failed"));
    get(routes, PATH + "/{id}/files.zip", this::zip);
    get(routes, PATH + "/{id}/deliveries", this::deliveries);
    routes.post(PATH + "/{id}/deliveries", called(this::replay));
  }

  /** Answers a caller who may call. */
  private interface Call {
    CompletableFuture<?> answer(Context context, Caller caller);
  }

  private void get(RoutesConfig routes, String path, Call call) {
    routes.get(path, called(call));
    routes.head(path, called(call));
  }

  private Handler called(Call call) {
    return context ->
        context.future(
            () ->
                entered(context)
                    .thenCompose(caller -> call.answer(context, caller).thenApply(done -> null))
                    .exceptionally(
                        failed -> {
                          end(context, failed);
                          return null;
                        }));
  }

  private CompletableFuture<Caller> entered(Context context) {
    try {
      Caller caller = access.visitor(context);
      return access
          .take(context, caller)
          .thenApply(
              taken -> {
                if (!taken) {
                  throw ApiException.of(
                      ErrorCode.RATE_LIMITED, "the token's calls for now are used up");
                }
                return caller;
              });
    } catch (RuntimeException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  /** Jobs look into the work folder, which a thread of requests does not. */
  private CompletableFuture<Void> onDisk(ListWork.Task task) {
    return work.look(task);
  }

  private void submit(Context context) {
    Request request = ServletContextRequest.getServletContextRequest(context.req());
    context.future(
        () ->
            entered(context)
                .thenCompose(caller -> received(context, request, caller))
                .exceptionallyCompose(failed -> refused(context, request, failed))
                .exceptionally(
                    failed -> {
                      end(context, failed);
                      return null;
                    }));
  }

  /** What is wrong is told after the body was read, so that a sender sees it. */
  private CompletableFuture<Void> refused(Context context, Request request, Throwable reason) {
    return context.attribute("read") == null
        ? new ListUpload(request, work.body(), work.disk()).refuse(reason)
        : CompletableFuture.failedFuture(reason);
  }

  private CompletableFuture<Void> received(Context context, Request request, Caller caller) {
    String type = Optional.ofNullable(context.header("Content-Type")).orElse("");
    checkType(type, context);
    Optional<String> name = Optional.ofNullable(context.header("Idempotency-Key"));
    if (name.filter(text -> text.isEmpty() || text.length() > MOST_NAME).isPresent()) {
      throw ApiException.of(
          ErrorCode.INVALID_VALUE, "Idempotency-Key has 1 to " + MOST_NAME + " characters");
    }
    boolean form = MultipartFilter.of(type, bytes -> {}).isPresent();
    if (!form) {
      NewJob.Order unused = batches.order(BatchOrder.read(context.queryParamMap()), caller, name);
    } else {
      caller.require(Scope.BATCHES);
    }
    String flight = ManageBatches.owner(caller) + "\n" + name.orElse("");
    if (name.isPresent() && !arriving.add(flight)) {
      throw ApiException.of(
          ErrorCode.IDEMPOTENCY_IN_FLIGHT, "a request with this Idempotency-Key is arriving now");
    }
    return stored(context, request, caller, type, name)
        .whenComplete((done, failed) -> arriving.remove(flight));
  }

  private static void checkType(String type, Context context) {
    String plain = type.toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*$", "").strip();
    String coding = Optional.ofNullable(context.header("Content-Encoding")).orElse("identity");
    if (!(plain.isEmpty()
            || plain.equals("multipart/form-data")
            || plain.matches(ListRoute.LIST_TYPES))
        || !coding.equals("identity")) {
      throw ApiException.of(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "the body is the list itself, not compressed, or a form with it; allowed: Content-Type:"
              + " text/csv, application/jsonl or multipart/form-data");
    }
  }

  private CompletableFuture<Void> stored(
      Context context, Request request, Caller caller, String type, Optional<String> name) {
    CompletableFuture<JobBody> opened = new CompletableFuture<>();
    return work.look(() -> opened.complete(new JobBody(batches.begin(), type)))
        .thenCompose(
            ready -> {
              JobBody body = opened.join();
              context.attribute("read", true);
              return new ListUpload(request, body, work.disk())
                  .read()
                  .thenCompose(all -> work.run(() -> finish(context, caller, body, name)))
                  .whenComplete((done, failed) -> body.close());
            });
  }

  private void finish(Context context, Caller caller, JobBody body, Optional<String> name) {
    Map<String, List<String>> query = new LinkedHashMap<>(context.queryParamMap());
    body.texts().forEach(query::putIfAbsent);
    query.remove(JobHtml.FROM);
    boolean held = query.remove("hold") != null;
    query.values().removeIf(values -> values.stream().allMatch(String::isBlank));
    NewJob.Order order = batches.order(BatchOrder.read(query), caller, name);
    Jobs.Submitted submitted = batches.submit(body.job(), held ? order.hold() : order, caller);
    String id = submitted.job().spec().id();
    if (JobHtml.isOfPage(context)) {
      context.status(303);
      ApiRoutes.common(context);
      context.header("Location", "/batches/" + id);
      return;
    }
    context.header("Location", PATH + "/" + id);
    Job job = submitted.job();
    ApiRoutes.json(
        context, 202, "application/json", BatchJson.taken(job, batches.secret(job), caller.base()));
  }

  private CompletableFuture<?> list(Context context, Caller caller) {
    return onDisk(() -> json(context, BatchJson.list(batches.list(caller), caller.base())));
  }

  private CompletableFuture<?> show(Context context, Caller caller) {
    return onDisk(() -> json(context, BatchJson.of(job(context, caller), caller.base())));
  }

  private CompletableFuture<?> deliveries(Context context, Caller caller) {
    return onDisk(
        () ->
            json(
                context,
                batches
                    .webhooks()
                    .deliveries(batches.findCalled(context.pathParam("id"), caller))
                    .json()));
  }

  private CompletableFuture<?> replay(Context context, Caller caller) {
    return onDisk(
        () -> {
          Job job = batches.findCalled(context.pathParam("id"), caller);
          if (!job.status().isEnded()) {
            throw ApiException.of(ErrorCode.NOT_FOUND, "the job has not ended, so nothing is told");
          }
          json(context, batches.webhooks().replay(job).json());
        });
  }

  private Job job(Context context, Caller caller) {
    return batches.find(context.pathParam("id"), caller);
  }

  private static void json(Context context, ObjectNode root) {
    ApiRoutes.json(context, 200, "application/json", root);
  }

  private CompletableFuture<?> change(Context context, Caller caller, String change) {
    return onDisk(
        () ->
            json(
                context,
                BatchJson.of(
                    batches.change(
                        context.pathParam("id"), JobChange.ofLabel(change).orElseThrow(), caller),
                    caller.base())));
  }

  private CompletableFuture<?> delete(Context context, Caller caller) {
    return onDisk(
        () -> {
          batches.delete(context.pathParam("id"), caller);
          context.status(204);
          context.res().setContentType(null);
          ApiRoutes.common(context);
        });
  }

  private CompletableFuture<?> events(Context context, Caller caller) {
    CompletableFuture<Job> found = new CompletableFuture<>();
    return onDisk(() -> found.complete(job(context, caller)))
        .thenCompose(
            done -> {
              String id = found.join().spec().id();
              return streams.start(context, look -> batches.jobs().find(id), caller.base());
            });
  }

  private CompletableFuture<?> download(Context context, Caller caller, String what) {
    return work.run(
        () -> {
          JobDownloads downloads = batches.jobs().downloads(job(context, caller));
          boolean jsonLines = downloads.isJsonLines();
          head(
              context,
              jsonLines
                  ? "application/jsonl"
                  : "text/csv;charset=" + downloads.encoding().toLowerCase(Locale.ROOT),
              what + (jsonLines ? ".jsonl" : ".csv"));
          OutputStream out = context.res().getOutputStream();
          if (what.equals("failed")) {
            downloads.failed(out);
          } else {
            downloads.results(out);
          }
        });
  }

  private CompletableFuture<?> zip(Context context, Caller caller) {
    return work.run(
        () -> {
          Job job = job(context, caller);
          if (job.spec().mode() != JobMode.FILES) {
            throw ApiException.of(ErrorCode.NOT_FOUND, "this job makes no files");
          }
          JobDownloads downloads = batches.jobs().downloads(job);
          int parts = downloads.parts();
          String text = Optional.ofNullable(context.queryParam("part")).orElse("1");
          int part = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
          if (part < 1 || part > parts) {
            throw ApiException.of(
                ErrorCode.NOT_FOUND, "the files are in " + parts + " parts, ?part=1 and on");
          }
          context.header("Nameplate-Parts", Integer.toString(parts));
          head(context, "application/zip", part == 1 ? "files.zip" : "files-" + part + ".zip");
          downloads.zip(part, context.res().getOutputStream());
        });
  }

  private static void head(Context context, String type, String name) {
    context.status(200);
    ApiRoutes.common(context);
    context.contentType(type);
    context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    if (context.protocol().equals("HTTP/1.1")) {
      // Else the end of the connection would be that of the answer, wherever it breaks.
      context.header("Transfer-Encoding", "chunked");
    }
  }

  /** Tells what went wrong; where the answer has begun, nobody may take it for whole. */
  private void end(Context context, Throwable failed) {
    if (!context.res().isCommitted()) {
      context.res().resetBuffer();
      List.of("Content-Disposition", "Transfer-Encoding", "Location", "Nameplate-Parts")
          .forEach(name -> context.res().setHeader(name, null));
      Throwable told = failed instanceof IOException ? ManageBatches.noRoom() : failed;
      if (JobHtml.isOfPage(context)) {
        html.refuse(context, told, false, JobHtml.back(context));
      } else {
        errors.send(context, told);
      }
      return;
    }
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    log.info("api batch: the answer ended early, {}", cause.getClass().getName());
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
