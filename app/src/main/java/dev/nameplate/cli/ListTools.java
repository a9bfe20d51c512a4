package dev.nameplate.cli;

import dev.nameplate.access.sign.UrlVerifier;
import dev.nameplate.batch.BatchOptions;
import dev.nameplate.batch.ListPlan;
import dev.nameplate.batch.RowState;
import dev.nameplate.batch.RowUrls;
import dev.nameplate.batch.Tally;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.batch.audit.AudienceAudit;
import dev.nameplate.batch.audit.AudienceReport;
import dev.nameplate.batch.audit.ReportHtml;
import dev.nameplate.batch.audit.ReportJson;
import dev.nameplate.batch.audit.ReportText;
import dev.nameplate.batch.csv.DialectSniffer;
import dev.nameplate.batch.csv.EncodingScan;
import dev.nameplate.batch.csv.ListException;
import dev.nameplate.batch.file.FileBatch;
import dev.nameplate.batch.file.ListFile;
import dev.nameplate.batch.file.OutputTarget;
import dev.nameplate.batch.progress.BarProgress;
import dev.nameplate.batch.progress.PlainProgress;
import dev.nameplate.batch.progress.RunProgress;
import dev.nameplate.boot.Application;
import dev.nameplate.config.Settings;
import dev.nameplate.config.SettingsException;
import dev.nameplate.geometry.Scale;
import dev.nameplate.preflight.ContactSheet;
import dev.nameplate.template.Template;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** The runs of {@code nameplate batch} and {@code nameplate audit}: files, messages and status. */
final class ListTools {
  /** Rows failed, or a rule of {@code --fail-on} is broken. */
  static final int FAILED = 1;

  /** The list cannot be used. */
  static final int UNUSABLE = 2;

  /** Files could not be read or written; the run can be taken up again. */
  static final int INTERRUPTED = 3;

  private static final String STANDARD = "-";
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Application application;
  private final Settings settings;
  private final InputStream in;
  private final OutputStream out;
  private final PrintStream errors;
  private final InstantSource clock;

  ListTools(Application application, Settings settings, Terminal terminal) {
    this.application = application;
    this.settings = settings;
    this.in = terminal.in();
    this.out = new CheckedOutput(terminal.out());
    this.errors = terminal.err();
    this.clock = terminal.clock();
  }

  /** Something that may find a list unusable, or be interrupted. */
  private interface Work {
    int run() throws IOException;
  }

  private int guarded(Work work) {
    try {
      return work.run();
    } catch (ListException unusable) {
      errors.println(unusable.getMessage());
      return UNUSABLE;
    } catch (NoSuchFileException missing) {
      errors.println("there is no file " + missing.getFile());
      return UNUSABLE;
    } catch (IOException failed) {
      errors.println(
          "interrupted: "
              + failed.getMessage()
              + "; what was done is kept. Make space or see to the file, then --resume goes on;"
              + " see app/docs/troubleshooting.md#interrupted-run");
      return INTERRUPTED;
    }
  }

  /** Runs {@code nameplate batch}; the process's status. */
  int batch(BatchCommand.Request request) {
    UrlBatch.Job job = job(request.list());
    return guarded(
        () ->
            request.dryRun()
                ? audited(job, request.list())
                : request.drawing().isPresent()
                    ? drawn(job, request, request.drawing().get())
                    : request.list().list().equals(STANDARD)
                            || request.out().filter(STANDARD::equals).isPresent()
                        ? streamed(job, request)
                        : filed(job, request));
  }

  private int drawn(UrlBatch.Job job, BatchCommand.Request request, BatchCommand.Drawing drawing)
      throws IOException {
    if (request.list().list().equals(STANDARD)) {
      throw wrong("--files, --zip and --prerender need a list in a file");
    }
    Path path = Path.of(request.list().list());
    printPlan(ListFile.open(path, job.template(), job.options()).plan());
    return summed(
        new JobTool(application, errors, clock, this::progress).run(job, request, drawing));
  }

  /** Runs {@code nameplate audit}; the process's status. */
  int audit(ListRequest request) {
    UrlBatch.Job job = job(request);
    return guarded(() -> audited(job, request));
  }

  private UrlBatch.Job job(ListRequest request) {
    Template template = request.template().find(application.templates());
    CommandOptions.checkFormat(request.format(), template);
    if (!template.output().scales().contains(request.scale())) {
      throw wrong(
          "--scale is '"
              + request.scale().label()
              + "'; allowed: "
              + template.output().scales().stream().map(Scale::label).toList());
    }
    for (String open : request.open()) {
      if (!template.fields().containsKey(open)) {
        throw wrong("--open names '" + open + "'; the fields are " + template.fields().keySet());
      }
    }
    BatchOptions options = request.options(settings.http().maxTarget());
    boolean signed = new UrlVerifier(settings.access()).isSigned(template);
    return new UrlBatch.Job(
        template, options, new RowUrls.Signing(settings.access().keys(), signed));
  }

  private static SettingsException wrong(String fault) {
    return new SettingsException(List.of(fault));
  }

  private UrlBatch batch() {
    return new UrlBatch(application.pipeline()::merge, Runtime.getRuntime().availableProcessors());
  }

  private int filed(UrlBatch.Job job, BatchCommand.Request request) throws IOException {
    Path path = Path.of(request.list().list());
    ListFile list = ListFile.open(path, job.template(), job.options());
    printPlan(list.plan());
    Path target = request.out().map(Path::of).orElseGet(() -> beside(path));
    if (Files.exists(target) && Files.isSameFile(path, target)) {
      throw new ListException("--out is the list itself; name another file", "file-there");
    }
    Tally tally;
    try (RunProgress progress = progress(list.bytes())) {
      tally =
          new FileBatch(batch(), job, progress)
              .run(list, new OutputTarget(target, request.resume(), request.overwrite()));
    }
    errors.println("written to " + target);
    return summed(tally);
  }

  /** {@code people.urls.csv} for {@code people.csv}. */
  private static Path beside(Path list) {
    String name = String.valueOf(list.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot < 1 ? name : name.substring(0, dot);
    return list.resolveSibling(stem + ".urls" + (dot < 1 ? ".csv" : name.substring(dot)));
  }

  /** A run of which one end is no file: nothing to take up again. */
  private int streamed(UrlBatch.Job job, BatchCommand.Request request) throws IOException {
    if (request.resume()) {
      throw wrong("--resume needs files on both ends");
    }
    boolean standardIn = request.list().list().equals(STANDARD);
    if (standardIn && request.out().isEmpty()) {
      throw wrong(
          "--out is needed where the list comes from standard input; - for standard output");
    }
    try (InputStream source =
        standardIn ? in : Files.newInputStream(Path.of(request.list().list()))) {
      String name = request.out().orElse(STANDARD);
      if (name.equals(STANDARD)) {
        return summed(streamed(job, source, out));
      }
      Path target = Path.of(name);
      if (Files.exists(target) && !request.overwrite()) {
        throw new ListException(
            target.getFileName() + " is there already; --overwrite replaces it", "file-there");
      }
      Path partial = target.resolveSibling(target.getFileName() + ".partial");
      Tally tally;
      try (OutputStream file = Files.newOutputStream(partial)) {
        tally = streamed(job, source, file);
      }
      Files.move(
          partial,
          target,
          java.nio.file.StandardCopyOption.ATOMIC_MOVE,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return summed(tally);
    }
  }

  private Tally streamed(UrlBatch.Job job, InputStream source, OutputStream target)
      throws IOException {
    Opened opened = opened(job, source);
    UrlBatch batch = batch();
    try (RunProgress progress = progress(0)) {
      return batch.run(
          job,
          opened.plan(),
          batch.start(job, opened.plan(), target),
          new UrlBatch.Streams(opened.body(), target, progress::accept));
    }
  }

  /** A list that can be read once only. */
  private record Opened(ListPlan plan, InputStream body) {}

  private Opened opened(UrlBatch.Job job, InputStream source) throws IOException {
    byte[] head = source.readNBytes(DialectSniffer.HEAD);
    EncodingScan scan = EncodingScan.of(new ByteArrayInputStream(head));
    ListPlan plan = ListPlan.of(head, scan, job.template(), job.options());
    printPlan(plan);
    int offset = plan.bodyOffset();
    return new Opened(
        plan,
        new SequenceInputStream(
            new ByteArrayInputStream(head, offset, head.length - offset), source));
  }

  private int audited(UrlBatch.Job job, ListRequest request) throws IOException {
    AudienceAudit audit =
        new AudienceAudit(
            application.pipeline(),
            new ContactSheet(application.offlineRenderer(), application.sheetText()),
            Runtime.getRuntime().availableProcessors());
    AudienceReport report;
    if (request.list().equals(STANDARD)) {
      Opened opened = opened(job, in);
      try (RunProgress progress = progress(0)) {
        report = audit.run(job, opened.plan(), opened.body(), progress);
      }
    } else {
      ListFile list = ListFile.open(Path.of(request.list()), job.template(), job.options());
      try (InputStream body = list.from(list.plan().bodyOffset());
          RunProgress progress = progress(list.bytes())) {
        report = audit.run(job, list.plan(), body, progress);
      }
    }
    return reported(report, request.reporting());
  }

  private int reported(AudienceReport report, ListRequest.Reporting reporting) throws IOException {
    String printed = reporting.json() ? ReportJson.of(report) : ReportText.of(report);
    out.write(printed.getBytes(StandardCharsets.UTF_8));
    out.flush();
    if (reporting.file().isPresent()) {
      Path file = reporting.file().get();
      String name = file.toString().toLowerCase(Locale.ROOT);
      String text =
          name.endsWith(".html")
              ? ReportHtml.of(report)
              : name.endsWith(".json") ? ReportJson.of(report) : ReportText.of(report);
      Files.writeString(file, text);
    }
    List<String> broken = reporting.failOn().broken(report);
    broken.forEach(rule -> errors.println("--fail-on " + rule));
    return broken.isEmpty() ? 0 : FAILED;
  }

  /** Prints what is known before the rows are read: encoding, columns, warnings. */
  private void printPlan(ListPlan plan) {
    plan.sniffed().proofs().forEach(errors::println);
    plan.map().lines().forEach(errors::println);
    plan.warnings().forEach(warning -> errors.println("warning: " + warning));
  }

  private RunProgress progress(long bytes) {
    return isTerminal() ? new BarProgress(bytes) : new PlainProgress(errors, bytes, clock, PAUSE);
  }

  /** Since Java 22 a console is there without a terminal too, and says so itself. */
  @SuppressWarnings("SystemConsoleNull") // Before Java 22 it is null without a terminal.
  private static boolean isTerminal() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }

  private int summed(Tally tally) {
    errors.printf(Locale.ROOT, "%,d rows: %s%n", tally.rows(), PlainProgress.states(tally));
    if (tally.rows() == 0) {
      errors.println(
          "warning: there are no rows below the headings; see whether the export's filter is"
              + " right");
    } else if (tally.of(RowState.SKIPPED) == tally.rows()) {
      errors.println("warning: every row is empty; export the list again");
    }
    tally
        .troubles()
        .forEach(
            (words, count) ->
                errors.printf(
                    Locale.ROOT,
                    "failed: %,d with %s; rows %s%n",
                    count,
                    words,
                    tally.rowsWith(words)));
    note(tally.longUrls(), "URLs have more than 255 bytes; Mailchimp cuts there on import");
    note(tally.formulas(), "cells of the list begin as formulas do; they are left as they are");
    note(tally.misencodedRows(), "rows are not in the list's encoding; read as windows-1252");
    note(
        tally.lostLetters(),
        "letters of image_alt and np_note are left out, as the list's encoding lacks them");
    return tally.of(RowState.FAILED) > 0 ? FAILED : 0;
  }

  private void note(long count, String what) {
    if (count > 0) {
      errors.printf(Locale.ROOT, "note: %,d %s%n", count, what);
    }
  }
}
