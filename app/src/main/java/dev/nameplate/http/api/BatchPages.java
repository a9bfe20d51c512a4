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
import dev.nameplate.studio.BatchView;
import dev.nameplate.studio.JobView;
import dev.nameplate.template.Format;
import dev.nameplate.template.Template;
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

/** The pages of jobs, for the same callers as {@code /v1/batches}; they work without a script. */
public final class BatchPages {
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
  private final JobHtml html;

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
    this.html = new JobHtml(access.hasSignIn());
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
                work.look(() -> page.answer(context, access.visitor(context)))
                    .exceptionally(
                        failed -> {
                          boolean opened = !context.method().name().equals("POST");
                          String back = opened ? context.path() : job(context.path());
                          html.refuse(context, failed, opened, back);
                          return null;
                        }));
  }

  /** The page of the job whose button was pressed. */
  private static String job(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  private void upload(Context context, Caller caller) {
    TemplateCatalog.Entry entry = templates.findForBatch(context.pathParam("id"), caller);
    Template template = entry.template();
    List<String> formats =
        Encoders.offered(template.output()).stream().map(Format::ending).toList();
    List<String> scales = template.output().scales().stream().map(Scale::label).toList();
    html.send(
        context,
        200,
        html.pages().batch(new BatchView(template, formats, scales, entry.versions())));
  }

  private void list(Context context, Caller caller) {
    List<JobView> jobs = batches.list(caller).stream().map(job -> view(job, List.of())).toList();
    html.send(context, 200, html.pages().batches(jobs));
  }

  private void job(Context context, Caller caller) throws IOException {
    Job job = batches.find(context.pathParam("id"), caller);
    List<String> facts = batches.jobs().downloads(job).facts();
    html.send(context, 200, html.pages().job(view(job, facts)));
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
    html.send(context, 200, report, REPORT_POLICY.formatted(digestOfStyles(report)));
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
