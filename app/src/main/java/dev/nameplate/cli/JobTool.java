package dev.nameplate.cli;

import dev.nameplate.batch.BatchPosition;
import dev.nameplate.batch.Tally;
import dev.nameplate.batch.UrlBatch;
import dev.nameplate.batch.csv.ListException;
import dev.nameplate.batch.job.Job;
import dev.nameplate.batch.job.JobDownloads;
import dev.nameplate.batch.job.JobException;
import dev.nameplate.batch.job.JobMode;
import dev.nameplate.batch.job.JobSettings;
import dev.nameplate.batch.job.JobStatus;
import dev.nameplate.batch.job.Jobs;
import dev.nameplate.batch.job.NewJob;
import dev.nameplate.batch.progress.RunProgress;
import dev.nameplate.boot.Application;
import dev.nameplate.store.WorkFolder;
import dev.nameplate.store.WorkSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * The modes of {@code nameplate batch} that draw, as jobs. For files the job lies beside the target
 * until they are written, so that a run which ended in any way goes on with {@code --resume}.
 */
final class JobTool {
  private static final int BUFFER = 1 << 16;
  private static final int LOOK_MILLIS = 200;

  private final Application application;
  private final PrintStream errors;
  private final InstantSource clock;
  private final LongFunction<RunProgress> display;

  /**
   * @param display makes the display of a run over so many bytes
   */
  JobTool(
      Application application,
      PrintStream errors,
      InstantSource clock,
      LongFunction<RunProgress> display) {
    this.application = application;
    this.errors = errors;
    this.clock = clock;
    this.display = display;
  }

  /**
   * Draws the pictures of a list.
   *
   * @throws ListException where the list cannot be used, or something is in the way
   * @throws IOException where it was interrupted
   */
  Tally run(UrlBatch.Job work, BatchCommand.Request request, BatchCommand.Drawing drawing)
      throws IOException {
    try {
      return drawing.mode() == JobMode.PRERENDER
          ? prerendered(work, request, drawing)
          : written(work, request, drawing);
    } catch (JobException refused) {
      throw new ListException(refused.what(), "unusable-list");
    }
  }

  private Tally prerendered(
      UrlBatch.Job work, BatchCommand.Request request, BatchCommand.Drawing drawing)
      throws IOException {
    Jobs jobs =
        application
            .jobs()
            .orElseThrow(
                () ->
                    new ListException(
                        "--prerender needs the work folder of the server; NAMEPLATE_WORK names it",
                        "no-work-folder"));
    Job done = ended(jobs, submitted(jobs, work, request, drawing).job());
    out(jobs, done, request);
    errors.println(
        done.progress().pictures()
            + " different pictures are kept for "
            + jobs.settings().keep().toHours()
            + " hours (NAMEPLATE_BATCH_KEEP)");
    return done.progress().tally();
  }

  private Tally written(
      UrlBatch.Job work, BatchCommand.Request request, BatchCommand.Drawing drawing)
      throws IOException {
    Path target = drawing.target().orElseThrow();
    Path folder = target.resolveSibling(target.getFileName() + ".job");
    boolean interrupted = Files.exists(folder);
    check(request, target, interrupted);
    if (interrupted && !request.resume()) {
      deleteAll(folder);
    }
    boolean taken = interrupted && request.resume();
    Tally tally;
    try (WorkFolder own =
            WorkFolder.open(new WorkSettings(Optional.of(folder), Long.MAX_VALUE / 2));
        Jobs jobs = new Jobs(own, application.jobTools(), settings(), clock)) {
      Jobs.Submitted submitted = submitted(jobs, work, request, drawing);
      if (taken && submitted.isNew()) {
        boolean unused = jobs.delete(submitted.job().spec().id());
        throw new ListException(
            "list, template, keys or options are others than those of the interrupted run;"
                + " --overwrite starts over",
            "interrupted-run");
      }
      taken = true;
      Job done = ended(jobs, submitted.job());
      out(jobs, done, request);
      write(jobs.downloads(done), target, drawing.zip());
      tally = done.progress().tally();
    } finally {
      if (!taken) {
        deleteAll(folder);
      }
    }
    deleteAll(folder);
    return tally;
  }

  private static void check(BatchCommand.Request request, Path target, boolean interrupted)
      throws IOException {
    if (!request.resume() && !request.overwrite() && (interrupted || isUsed(target))) {
      throw new ListException(
          interrupted
              ? "a run was interrupted here; --resume goes on, --overwrite starts over"
              : target.getFileName() + " is there already; --overwrite replaces it",
          interrupted ? "interrupted-run" : "file-there");
    }
  }

  private static JobSettings settings() {
    return new JobSettings(1, Long.MAX_VALUE / 2, Long.MAX_VALUE, Duration.ofDays(366));
  }

  private static boolean isUsed(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      return Files.exists(target);
    }
    try (Stream<Path> files = Files.list(target)) {
      return files.findAny().isPresent();
    }
  }

  private static Jobs.Submitted submitted(
      Jobs jobs, UrlBatch.Job work, BatchCommand.Request request, BatchCommand.Drawing drawing)
      throws IOException {
    try (NewJob job = jobs.begin();
        InputStream in = Files.newInputStream(Path.of(request.list().list()))) {
      byte[] part = in.readNBytes(BUFFER);
      while (part.length > 0) {
        job.write(ByteBuffer.wrap(part));
        part = in.readNBytes(BUFFER);
      }
      return jobs.submit(
          job,
          new NewJob.Order(
              work,
              drawing.mode(),
              "",
              false,
              drawing.names(),
              Optional.empty(),
              Optional.empty(),
              false));
    }
  }

  /** Works on a job until it has ended, or watches another process do so. */
  private Job ended(Jobs jobs, Job submitted) throws IOException {
    String id = submitted.spec().id();
    Job job = submitted;
    try (RunProgress progress = display.apply(job.spec().bytes())) {
      while (!job.status().isEnded()) {
        if (!jobs.turn()) {
          pause();
        }
        job = jobs.find(id).orElseThrow(() -> new IOException("the job was deleted"));
        if (job.status() == JobStatus.PAUSED) {
          throw new IOException(job.error().map(error -> error.message()).orElse("paused"));
        }
        progress.accept(position(job));
      }
    }
    if (job.status() != JobStatus.COMPLETED) {
      throw new ListException(
          job.error().map(error -> error.message()).orElse("the job was cancelled"),
          "unusable-list");
    }
    return job;
  }

  private static void pause() throws IOException {
    try {
      boolean unused = new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted", stopped);
    }
  }

  /** Where the job is in its list, in proportion of its rows. */
  private static BatchPosition position(Job job) {
    long rows = job.progress().tally().rows();
    double part = job.spec().rows() == 0 ? 1 : (double) rows / job.spec().rows();
    return new BatchPosition(
        (long) (job.spec().bytes() * part), 0, rows, 0, job.progress().tally());
  }

  private void out(Jobs jobs, Job done, BatchCommand.Request request) throws IOException {
    if (request.out().isPresent()) {
      try (OutputStream file = Files.newOutputStream(Path.of(request.out().get()))) {
        jobs.downloads(done).results(file);
      }
    }
  }

  private void write(JobDownloads downloads, Path target, boolean zip) throws IOException {
    if (!zip) {
      downloads.files(target);
      errors.println("written to " + target);
      return;
    }
    int parts = downloads.parts();
    for (int part = 1; part <= parts; part++) {
      Path file = part == 1 ? target : numbered(target, part);
      Path partial = file.resolveSibling(file.getFileName() + ".partial");
      try (OutputStream out = Files.newOutputStream(partial)) {
        downloads.zip(part, out);
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
      errors.println("written to " + file);
    }
  }

  /** {@code file-2.zip} for {@code file.zip}. */
  private static Path numbered(Path target, int part) {
    String name = String.valueOf(target.getFileName());
    String stem = name.endsWith(".zip") ? name.substring(0, name.length() - 4) : name;
    return target.resolveSibling(stem + "-" + part + ".zip");
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepest = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepest) {
        Files.deleteIfExists(path);
      }
    }
  }
}
