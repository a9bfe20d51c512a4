package dev.nameplate.http.api;

import dev.nameplate.api.ApiException;
import dev.nameplate.api.Caller;
import dev.nameplate.api.ErrorCode;
import dev.nameplate.api.ManageBatches;
import dev.nameplate.api.TemplateCatalog;
import dev.nameplate.batch.RowState;
import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.JobChange;
import dev.nameplate.batch.job.JobDownloads;
import dev.nameplate.encode.formats.Encoders;
import dev.nameplate.geometry.Scale;
import dev.nameplate.http.page.StudioAssets;
import dev.nameplate.studio.BatchView;
import dev.nameplate.studio.JobView;
import dev.nameplate.studio.StudioHtml;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
import dev.nameplate.util.Lazy;
import dev.nameplate.util.Sha256;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages of jobs, for the same callers as {@code /v1/batches}; they work without a script. */
public final class BatchPages {
  private static final Logger log = LoggerFactory.getLogger(BatchPages.class);
  private static final String POLICY =
      "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** A report stands for itself: its styles and pictures are in it, and it has no script. */
  private static final String REPORT_POLICY =
      "default-src 'none'; img-src data:; style-src 'sha256-%s'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final long MOST_AUDITED = 100_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ManageBatches batches;
  private final TemplateCatalog templates;
  private final ApiAccess access;
  private final ListWork work;
  private final JobDownloads.Auditor auditor;
  private final Lazy<StudioHtml> html =
      new Lazy<>(() -> new StudioHtml(new StudioAssets().path() + "/", false));

  /**
   * @param work runs what looks into the work folder
   * @param auditor makes the dry run's report
   */
  public BatchPages(
      ManageBatches batches,
      TemplateCatalog templates,
      ApiAccess access,
      ListWork work,
      JobDownloads.Auditor auditor) {
    this.batches = batches;
    this.templates = templates;
    this.access = access;
    this.work = work;
    this.auditor = auditor;
  }

  /** Adds the routes, which go before those of templates' pages. */
  void addTo(RoutesConfig routes) {
    get(routes, "/t/<id>/batch", this::upload);
    get(routes, "/batches", this::list);
    get(routes, "/batches/{id}", this::job);
    get(routes, "/batches/{id}/report", this::report);
    for (String change : List.of("pause", "resume", "cancel", "delete")) {
      routes.post(
          "/batches/{id}/" + change, page((context, caller) -> change(context, caller, change)));
    }
  }

  private interface Page {
    void answer(Context context, Caller caller) throws IOException;
  }

  private void get(RoutesConfig routes, String path, Page page) {
    routes.get(path, page(page));
    routes.head(path, page(page));
  }

  private Handler page(Page page) {
    return context ->
        context.future(
            () ->
                work.look(() -> page.answer(context, access.caller(context)))
                    .exceptionally(
                        failed -> {
                          refuse(context, failed);
                          return null;
                        }));
  }

  private void refuse(Context context, Throwable failed) {
    Throwable cause =
        failed instanceof CompletionException && failed.getCause() != null
            ? failed.getCause()
            : failed;
    if (cause instanceof ApiException known) {
      String what = known.faults().get(0).message();
      send(context, known.code().status(), html.get().noJob(what), POLICY);
      return;
    }
    log.error("a page of jobs failed: {}", cause.getClass().getName());
    send(context, 500, html.get().noJob("Something went wrong here; it is in the log."), POLICY);
  }

  private static void send(Context context, int status, String page, String policy) {
    context.status(status);
    ApiRoutes.common(context);
    context.header("Content-Security-Policy", policy);
    // A form of a page without any referrer has no origin either, and is refused.
    context.header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.contentType("text/html; charset=utf-8");
    byte[] body = page.getBytes(StandardCharsets.UTF_8);
    context.result(body);
  }

  private void upload(Context context, Caller caller) {
    caller.require(dev.nameplate.access.token.Scope.BATCHES);
    Template template = templates.find(context.pathParam("id"), caller).template();
    List<String> formats =
        Encoders.offered(template.output()).stream().map(Format::ending).toList();
    List<String> scales = template.output().scales().stream().map(Scale::label).toList();
    send(context, 200, html.get().batch(new BatchView(template, formats, scales)), POLICY);
  }

  private void list(Context context, Caller caller) {
    List<JobView> jobs = batches.list(caller).stream().map(job -> view(job, List.of())).toList();
    send(context, 200, html.get().batches(jobs), POLICY);
  }

  private void job(Context context, Caller caller) throws IOException {
    Job job = batches.find(context.pathParam("id"), caller);
    List<String> facts = batches.jobs().downloads(job).facts();
    send(context, 200, html.get().job(view(job, facts)), POLICY);
  }

  private void report(Context context, Caller caller) throws IOException {
    Job job = batches.find(context.pathParam("id"), caller);
    if (job.spec().rows() > MOST_AUDITED) {
      throw ApiException.of(
          ErrorCode.NOT_FOUND,
          "A dry run here reads "
              + MOST_AUDITED
              + " rows at most; nameplate audit reads lists of any length.");
    }
    String report = batches.jobs().downloads(job).report(auditor);
    send(context, 200, report, REPORT_POLICY.formatted(digestOfStyles(report)));
  }

  /** The digest of a document's one style element (CSP 3, section 6.7.3.3). */
  private static String digestOfStyles(String html) {
    String styles = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
    return Base64.getEncoder()
        .encodeToString(Sha256.start().digest(styles.getBytes(StandardCharsets.UTF_8)));
  }

  private void change(Context context, Caller caller, String change) {
    String id = context.pathParam("id");
    if (change.equals("delete")) {
      batches.delete(id, caller);
    } else {
      var unused = batches.change(id, JobChange.ofLabel(change).orElseThrow(), caller);
    }
    context.status(303);
    ApiRoutes.common(context);
    context.header("Location", change.equals("delete") ? "/batches" : "/batches/" + id);
  }

  private static JobView view(Job job, List<String> facts) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (RowState state : RowState.values()) {
      counts.put(state.label(), job.progress().tally().of(state));
    }
    Instant created = job.spec().created();
    return new JobView(
        job.spec().id(),
        job.spec().template(),
        job.spec().mode().label(),
        job.status().label(),
        TIME.format(created),
        job.spec().rows(),
        job.progress().tally().rows(),
        counts,
        job.progress().pictures(),
        String.format(Locale.ROOT, "%.1f", job.progress().rate()),
        job.etaSeconds().isPresent() ? left(job.etaSeconds().getAsLong()) : "",
        job.error().map(error -> error.message()).orElse(""),
        facts);
  }

  private static String left(long seconds) {
    Duration time = Duration.ofSeconds(seconds);
    return time.toHours() > 0
        ? time.toHours() + " h " + time.toMinutesPart() + " min"
        : time.toMinutes() > 0
            ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
            : seconds + " s";
  }
}
